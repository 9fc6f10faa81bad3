/** Sources of drinking water: whether they meet their standard, month by month and once a year in full. */
@NullMarked
package cn.bishui.monitoring.source;

import org.jspecify.annotations.NullMarked;
