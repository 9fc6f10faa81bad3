package cn.bishui.monitoring.openjudge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much anybody may have judged.
 *
 * @param perMinute requests of one address in a minute, in one replica; many people may share an address
 * @param addresses so many addresses are remembered at once; the one that asked longest ago is forgotten
 * @param exempt addresses that are not counted: IPv4 addresses, or {@code 2001:db8:0:0::/64}
 */
@ConfigurationProperties("bishui.judge")
public record JudgeSettings(
        @DefaultValue("120") int perMinute,
        @DefaultValue("20000") int addresses,
        @DefaultValue List<String> exempt) {

    /** Keeps a copy. */
    public JudgeSettings {
        exempt = List.copyOf(exempt);
    }
}
