/** Black-odorous waters: rounds at their points, and grades. */
@NullMarked
package cn.bishui.monitoring.blackodorous;

import org.jspecify.annotations.NullMarked;
