/** Wells for people and programs. */
@NullMarked
package cn.bishui.monitoring.groundwater.web;

import org.jspecify.annotations.NullMarked;
