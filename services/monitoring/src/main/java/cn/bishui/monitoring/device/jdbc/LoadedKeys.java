package cn.bishui.monitoring.device.jdbc;

import cn.bishui.hj212.BlockCipher;
import cn.bishui.hj212.sm4.Sm4;
import cn.bishui.monitoring.device.KeySafe;
import cn.bishui.monitoring.device.Keyring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the ciphers in memory beside the devices, and is loaded with them: a key that is set changes its device's version. */
@Component
class LoadedKeys implements Keyring {

    private static final Logger log = LoggerFactory.getLogger(LoadedKeys.class);

    private static final String NEWEST = """
            select d.mn, k.sealed, k.sealed_under
            from device d
            join lateral (select * from device_key where device = d.id order by id desc limit 4) as k on true
            where (:mn = '' or d.mn = :mn)
            order by d.mn, k.id desc""";

    private final JdbcClient jdbc;
    private final KeySafe safe;
    private volatile Map<String, List<BlockCipher>> byMn = Map.of();
    private Set<String> shut = Set.of();

    LoadedKeys(JdbcClient jdbc, KeySafe safe) {
        this.jdbc = jdbc;
        this.safe = safe;
    }

    @Override
    public List<BlockCipher> of(String mn) {
        return byMn.getOrDefault(mn, List.of());
    }

    @Override
    public List<BlockCipher> reread(String mn) {
        return mn.isEmpty() ? List.of() : read(mn, new TreeSet<>()).getOrDefault(mn, List.of());
    }

    /** Called by one thread at a time. */
    void load() {
        Set<String> closed = new TreeSet<>();
        byMn = Map.copyOf(read("", closed));
        if (!closed.equals(shut)) {
            shut = closed;
            if (!closed.isEmpty()) {
                log.error("keys of devices do not open, as BISHUI_MONITORING_KEY is missing or another: {}", closed);
            }
        }
    }

    private Map<String, List<BlockCipher>> read(String wanted, Set<String> closed) {
        Map<String, List<BlockCipher>> ciphers = new HashMap<>();
        jdbc.sql(NEWEST).param("mn", wanted).query(row -> {
            String mn = row.getString("mn");
            safe.open(mn, new KeySafe.Sealed(row.getString("sealed_under"), row.getBytes("sealed")))
                    .ifPresentOrElse(
                            key -> ciphers.computeIfAbsent(mn, _ -> new ArrayList<>())
                                    .add(new Sm4(key.bytes())),
                            () -> closed.add(mn));
        });
        return ciphers;
    }
}
