/** Wakes a service at the moments its clocks ask for, each once. */
@NullMarked
package cn.bishui.alarms;

import org.jspecify.annotations.NullMarked;
