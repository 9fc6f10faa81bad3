/** Reads packets back from Kafka. */
@NullMarked
package cn.bishui.monitoring.reading.kafka;

import org.jspecify.annotations.NullMarked;
