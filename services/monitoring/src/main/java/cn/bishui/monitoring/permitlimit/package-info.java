/** What each permit allows at each outlet, by date, as the permits' register tells it. */
@NullMarked
package cn.bishui.monitoring.permitlimit;

import org.jspecify.annotations.NullMarked;
