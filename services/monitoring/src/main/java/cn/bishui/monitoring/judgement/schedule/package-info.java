/** Judges days when they are due. */
@NullMarked
package cn.bishui.monitoring.judgement.schedule;

import org.jspecify.annotations.NullMarked;
