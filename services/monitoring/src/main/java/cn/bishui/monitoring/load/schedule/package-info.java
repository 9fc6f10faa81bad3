/** Accounts for loads when it is time. */
@NullMarked
package cn.bishui.monitoring.load.schedule;

import org.jspecify.annotations.NullMarked;
