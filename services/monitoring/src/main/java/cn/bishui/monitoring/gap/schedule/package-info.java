/** Looks for gaps when it is time. */
@NullMarked
package cn.bishui.monitoring.gap.schedule;

import org.jspecify.annotations.NullMarked;
