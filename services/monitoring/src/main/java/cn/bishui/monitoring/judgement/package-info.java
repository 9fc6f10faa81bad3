/** Judges daily means against the limits of the day, and tells exceedances once. */
@NullMarked
package cn.bishui.monitoring.judgement;

import org.jspecify.annotations.NullMarked;
