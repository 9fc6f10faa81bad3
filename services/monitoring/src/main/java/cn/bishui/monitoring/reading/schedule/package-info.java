/** Prepares the months to come. */
@NullMarked
package cn.bishui.monitoring.reading.schedule;

import org.jspecify.annotations.NullMarked;
