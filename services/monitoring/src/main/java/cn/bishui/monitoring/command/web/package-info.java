/** Commands for people and programs. */
@NullMarked
package cn.bishui.monitoring.command.web;

import org.jspecify.annotations.NullMarked;
