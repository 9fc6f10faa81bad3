package cn.bishui.portal.desk.web;

import cn.bishui.portal.PortalSettings;
import cn.bishui.web.Person;
import cn.bishui.web.WebProperties;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which work begins. It knows whom to ask, not what a service has to say. */
@Controller
class DeskController {

    private final PortalSettings settings;
    private final WebProperties web;

    DeskController(PortalSettings settings, WebProperties web) {
        this.settings = settings;
        this.web = web;
    }

    @GetMapping(PortalSettings.DESK)
    @PreAuthorize("hasRole('portal.desk')")
    String desk(Person person, @AuthenticationPrincipal ClaimAccessor claims, Locale locale, Model model) {
        model.addAttribute("who", who(person, claims.getClaimAsString("post"), locale));
        model.addAttribute(
                "parts",
                web.services().stream()
                        .filter(service -> settings.knows(service) && (person.worksIn(service) || person.operates()))
                        .toList());
        return "desk/desk";
    }

    /** Name, bureau and post, without saying twice what an account's name says already. */
    private static String who(Person person, @Nullable String post, Locale locale) {
        String bureau = person.bureauName(locale);
        String name = post != null && person.name().contains(post) ? "" : person.name();
        return Stream.of(name, bureau, post == null ? "" : post)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
