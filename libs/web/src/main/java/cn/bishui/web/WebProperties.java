package cn.bishui.web;

import cn.bishui.contracts.Bureau;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service says about its pages and APIs.
 *
 * @param zone the district's time zone
 * @param publicPaths path patterns anybody may read without signing in, besides assets, health and {@link Public}
 * @param problemPaths path patterns whose errors are problem details (RFC 9457); all others get a page
 * @param services every service of the platform that has pages, in the order of the navigation
 * @param pages this service's own pages, shown below its name in the navigation
 * @param reserved roles that count only for people of certain bureaus
 * @param login address of the login server (the tokens' issuer), to which signing out leads
 * @param tiles URL template of map tiles, null for maps without tiles, which work as well
 */
@ConfigurationProperties("bishui.web")
public record WebProperties(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue List<String> publicPaths,
        @DefaultValue({"/api/**", "/open/**"}) List<String> problemPaths,
        @DefaultValue List<String> services,
        @DefaultValue List<Page> pages,
        @DefaultValue List<Reserved> reserved,
        @Nullable URI login,
        @Nullable String tiles) {

    public WebProperties {
        publicPaths = List.copyOf(publicPaths);
        problemPaths = List.copyOf(problemPaths);
        services = List.copyOf(services);
        pages = List.copyOf(pages);
        reserved = List.copyOf(reserved);
    }

    /** Whether the role counts for a person of the bureau: it is not reserved, or reserved for just that bureau. */
    public boolean counts(String role, @Nullable String bureau) {
        List<Reserved> of =
                reserved.stream().filter(each -> each.roles().contains(role)).toList();
        return of.isEmpty() || of.stream().anyMatch(each -> each.bureau().name().equals(bureau));
    }

    /**
     * Roles that count only for people of one bureau, whoever else may have been given them. A role that stands in
     * several of these counts for each of their bureaus.
     */
    public record Reserved(Bureau bureau, List<String> roles) {

        public Reserved {
            roles = List.copyOf(roles);
        }
    }

    /**
     * An entry of the navigation.
     *
     * @param href the page's path
     * @param label message key of its name
     * @param roles who sees the entry: anybody with one of these roles; everybody where empty
     */
    public record Page(
            String href, String label, @DefaultValue List<String> roles) {

        public Page {
            roles = List.copyOf(roles);
        }
    }
}
