/**
 * How good the water at the sections was, by month, quarter and year, from released samples; how good the waters are by their
 * sections; and how that compares.
 */
@NullMarked
package cn.bishui.monitoring.assessment;

import org.jspecify.annotations.NullMarked;
