/** What is asked of devices (HJ 212-2017 6.4.1), and how they answered. */
@NullMarked
package cn.bishui.monitoring.command;

import org.jspecify.annotations.NullMarked;
