/** Groundwater: the class of each sample of a well. */
@NullMarked
package cn.bishui.monitoring.groundwater;

import org.jspecify.annotations.NullMarked;
