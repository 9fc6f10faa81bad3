package cn.bishui.complaints.quota;

import cn.bishui.web.Client;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one address may ask for in ten minutes. Behind a carrier's address translation many people share an address, so
 * none of it is tight.
 *
 * @param complaints complaints handed in
 * @param tracking looks by number and secret
 * @param codes one-time codes
 * @param unsolved complaints from browsers that did no work
 * @param exempt addresses that are not counted, as the 12345 platform's: IPv4 addresses, or {@code 2001:db8:0:0::/64}
 */
@ConfigurationProperties("bishui.complaints.quota")
record QuotaSettings(
        @DefaultValue("20") int complaints,
        @DefaultValue("60") int tracking,
        @DefaultValue("10") int codes,
        @DefaultValue("5") int unsolved,
        @DefaultValue List<String> exempt) {

    int of(Allowance allowance) {
        return switch (allowance) {
            case COMPLAINT -> complaints;
            case TRACKING -> tracking;
            case CODE -> codes;
            case UNSOLVED -> unsolved;
        };
    }

    boolean exempts(Client client) {
        return client.loopback()
                || exempt.stream()
                        .map(address -> Client.of(address.replaceFirst("/\\d+$", "")))
                        .anyMatch(client::equals);
    }
}
