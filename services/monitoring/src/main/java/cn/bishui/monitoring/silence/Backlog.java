package cn.bishui.monitoring.silence;

import java.util.OptionalLong;

/** What devices were told is safe and was not read yet. */
public interface Backlog {

    /** How many packets Kafka had a moment ago that were not read by now; empty if Kafka cannot be asked. */
    OptionalLong packets();
}
