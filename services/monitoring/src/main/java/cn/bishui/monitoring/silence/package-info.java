/** Devices from which nothing comes that should: alert A4. */
@NullMarked
package cn.bishui.monitoring.silence;

import org.jspecify.annotations.NullMarked;
