/** Warnings are acknowledged. */
@NullMarked
package cn.bishui.monitoring.hourwarning.web;

import org.jspecify.annotations.NullMarked;
