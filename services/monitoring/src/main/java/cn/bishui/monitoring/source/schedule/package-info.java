/** Notices sources of which nothing was found. */
@NullMarked
package cn.bishui.monitoring.source.schedule;

import org.jspecify.annotations.NullMarked;
