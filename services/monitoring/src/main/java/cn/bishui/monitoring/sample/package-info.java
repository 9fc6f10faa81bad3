/** Manual monitoring: plan, sample, analysis, review by three people, release, correction. */
@NullMarked
package cn.bishui.monitoring.sample;

import org.jspecify.annotations.NullMarked;
