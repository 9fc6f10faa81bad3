/** Hears the permits' register. */
@NullMarked
package cn.bishui.monitoring.permitlimit.kafka;

import org.jspecify.annotations.NullMarked;
