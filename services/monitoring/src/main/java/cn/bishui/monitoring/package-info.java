/** Monitoring: devices, what they measure, and how it is judged. */
@NullMarked
package cn.bishui.monitoring;

import org.jspecify.annotations.NullMarked;
