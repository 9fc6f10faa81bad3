/** How much of a pollutant flows, by hour, day, month and year. */
@NullMarked
package cn.bishui.standards.load;

import org.jspecify.annotations.NullMarked;
