/** Warns of hours over the limit, once each; an early warning, no violation. */
@NullMarked
package cn.bishui.monitoring.hourwarning;

import org.jspecify.annotations.NullMarked;
