package cn.bishui.portal.route.http;

import cn.bishui.portal.PortalSettings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.stereotype.Component;

/**
 * For whom a request is made: who is connected, or, where that is a proxy that we trust, whom the proxies before us name. Each
 * of them adds the address it was asked from at the end, so the last one that is no proxy of ours is true, and what stands
 * before it anybody can have made up.
 */
@Component
final class Callers {

    private final List<InetAddressMatcher> trusted;

    /** A network that is none stops the start. */
    Callers(PortalSettings settings) {
        this.trusted = settings.trustedProxies().stream()
                .map(InetAddressMatchers::fromIpAddress)
                .toList();
    }

    /**
     * The address, as text.
     *
     * @param peer who is connected
     * @param forwardedFor the values of {@code X-Forwarded-For} in their order
     */
    String of(InetAddress peer, List<String> forwardedFor) {
        InetAddress caller = peer;
        List<String> named = new ArrayList<>();
        forwardedFor.forEach(value -> named.addAll(Arrays.asList(value.split(",", -1))));
        for (String each : named.reversed()) {
            if (!trusts(caller)) {
                break;
            }
            Optional<InetAddress> before = address(each.strip());
            if (before.isEmpty()) {
                break;
            }
            caller = before.get();
        }
        return caller.getHostAddress();
    }

    private boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(each -> each.matches(address));
    }

    private static Optional<InetAddress> address(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
