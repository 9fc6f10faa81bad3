package cn.bishui.web;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.Bureau;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * The signed-in person as the token tells.
 *
 * @param username the account's name
 * @param name how the person is called: in the demo the post; the username where the token has no name
 * @param bureau id of the bureau, null for a permit holder
 * @param unit unified social credit code of a permit holder, null for everybody else
 * @param roles realm roles, as {@code permits.clerk}
 */
public record Person(
        String username,
        String name,
        @Nullable String bureau,
        @Nullable String unit,
        Set<String> roles) {

    private static final String ROLE = "ROLE_";

    public Person {
        roles = Set.copyOf(roles);
    }

    /** The person behind an authentication by token or by login; empty for nobody or for an anonymous reader. */
    public static Optional<Person> of(@Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof ClaimAccessor claims)) {
            return Optional.empty();
        }
        String username = claims.getClaimAsString("preferred_username");
        if (username == null) {
            username = authentication.getName();
        }
        String name = claims.getClaimAsString("name");
        return Optional.of(new Person(
                username,
                name == null || name.isBlank() ? username : name,
                claims.getClaimAsString("bureau"),
                claims.getClaimAsString("unit"),
                roles(authentication)));
    }

    private static Set<String> roles(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .flatMap(authority -> authority != null && authority.startsWith(ROLE)
                        ? Stream.of(authority.substring(ROLE.length()))
                        : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who the audit log names. */
    public Actor actor() {
        return new Actor(username, bureau, unit);
    }

    /** Whether the person has one of these roles; true where none is asked for. */
    public boolean hasAnyOf(Collection<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(roles::contains);
    }

    /** Whether the person looks after the platform itself, in every service. */
    public boolean operates() {
        return roles.contains("platform.operator");
    }

    /** Whether the person has any role in a service, so that its pages are worth a link. */
    public boolean worksIn(String service) {
        return roles.stream().anyMatch(role -> role.startsWith(service + "."));
    }

    /** The bureau's name in the reader's language; its id where the plan does not know it, empty where there is none. */
    public String bureauName(Locale locale) {
        return bodyName(bureau, unit, locale);
    }

    /** The name of a bureau, or the code of a permit holder's unit; empty where there is neither. */
    public static String bodyName(@Nullable String bureau, @Nullable String unit, Locale locale) {
        if (bureau == null) {
            return unit == null ? "" : unit;
        }
        return Stream.of(Bureau.values())
                .filter(known -> known.name().equals(bureau))
                .map(known -> locale.getLanguage().equals("en") ? known.englishName() : known.chineseName())
                .findFirst()
                .orElse(bureau);
    }
}
