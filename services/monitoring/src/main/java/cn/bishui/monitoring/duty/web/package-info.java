/** The duty officer's board and to-do list. */
@NullMarked
package cn.bishui.monitoring.duty.web;

import org.jspecify.annotations.NullMarked;
