/** Looks for signs when it is time. */
@NullMarked
package cn.bishui.monitoring.sign.schedule;

import org.jspecify.annotations.NullMarked;
