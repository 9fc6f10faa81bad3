/** Hands packets to Kafka. */
@NullMarked
package cn.bishui.monitoring.intake.kafka;

import org.jspecify.annotations.NullMarked;
