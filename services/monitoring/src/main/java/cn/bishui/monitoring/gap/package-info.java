/** Records of hours and days that did not come: the device is asked for them. */
@NullMarked
package cn.bishui.monitoring.gap;

import org.jspecify.annotations.NullMarked;
