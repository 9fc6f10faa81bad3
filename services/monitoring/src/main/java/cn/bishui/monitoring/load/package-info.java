/** How much of each pollutant flows at an outlet, by day, month and year. */
@NullMarked
package cn.bishui.monitoring.load;

import org.jspecify.annotations.NullMarked;
