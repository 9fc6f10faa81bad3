/** Devices for people and programs. */
@NullMarked
package cn.bishui.monitoring.device.web;

import org.jspecify.annotations.NullMarked;
