/** What intake does now and then. */
@NullMarked
package cn.bishui.monitoring.intake.schedule;

import org.jspecify.annotations.NullMarked;
