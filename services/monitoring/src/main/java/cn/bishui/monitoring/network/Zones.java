package cn.bishui.monitoring.network;

import java.util.List;
import java.util.Optional;

/** The protection zones of sources. */
public interface Zones {

    /** Those of a source: what holds first, then what ended, the newest first. */
    List<Zone> of(String site);

    Optional<Zone> find(long id);

    /** Adds a zone and gives it its id. */
    Zone add(Zone zone);

    /** Keeps a changed zone; false if it is no longer at the version before. */
    boolean update(Zone changed);
}
