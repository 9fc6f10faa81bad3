/** What enforcement makes of suspicions. */
@NullMarked
package cn.bishui.monitoring.sign.kafka;

import org.jspecify.annotations.NullMarked;
