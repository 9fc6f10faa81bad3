/** Refusals and rejected frames for the duty officer. */
@NullMarked
package cn.bishui.monitoring.intake.web;

import org.jspecify.annotations.NullMarked;
