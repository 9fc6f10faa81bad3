/** Sends commands when their turn has come. */
@NullMarked
package cn.bishui.monitoring.command.schedule;

import org.jspecify.annotations.NullMarked;
