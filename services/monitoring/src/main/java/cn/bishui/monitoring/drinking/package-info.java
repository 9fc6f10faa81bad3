/** Drinking water from the source over the works to the tap, quarter by quarter: judged, completed, approved, told. */
@NullMarked
package cn.bishui.monitoring.drinking;

import org.jspecify.annotations.NullMarked;
