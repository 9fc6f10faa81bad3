/** Legal time limits and the working-day calendar. */
@NullMarked
package cn.bishui.clocks;

import org.jspecify.annotations.NullMarked;
