package cn.bishui.monitoring.device.jdbc;

import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds every device in memory: a district has thousands at most, and a stranger who tries numbers never reaches the
 * database. Looks twice a second whether any replica changed one; while the database is away, the devices stay known.
 */
@Component
class LoadedDevices implements DeviceDirectory, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LoadedDevices.class);

    private final JdbcClient jdbc;
    private final LoadedKeys keys;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Map<String, Device> byMn = Map.of();
    private volatile String loadedState = "";
    private boolean stale;
    private volatile boolean running;

    LoadedDevices(JdbcClient jdbc, LoadedKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Override
    public Optional<Device> find(String mn) {
        return Optional.ofNullable(byMn.get(mn));
    }

    @Scheduled(fixedRate = 500)
    void look() {
        if (loading.tryLock()) {
            try {
                load();
                if (stale) {
                    stale = false;
                    log.info("the devices can be read again");
                }
            } catch (DataAccessException e) {
                if (!stale) {
                    stale = true;
                    log.warn("the devices cannot be read, those known stay: {}", e.getMessage());
                }
            } finally {
                loading.unlock();
            }
        }
    }

    /** Takes over what this replica has just changed. */
    void refresh() {
        loading.lock();
        try {
            load();
        } catch (DataAccessException e) {
            log.debug("the next look finds what changed", e);
        } finally {
            loading.unlock();
        }
    }

    private void load() {
        String state = jdbc.sql("select count(*) || ' ' || coalesce(sum(version), 0) from device")
                .query(String.class)
                .single();
        if (!state.equals(loadedState)) {
            List<Device> devices = JdbcDevices.all(jdbc);
            keys.load();
            byMn = devices.stream().collect(Collectors.toUnmodifiableMap(Device::mn, Function.identity()));
            loadedState = state;
        }
    }

    @Override
    public void start() {
        look();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the port: whoever calls again when a replica comes up must not be told that nobody knows it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
