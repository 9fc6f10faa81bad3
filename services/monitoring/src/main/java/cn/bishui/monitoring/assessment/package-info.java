/** How good the water at the sections was, month by month, from released samples. */
@NullMarked
package cn.bishui.monitoring.assessment;

import org.jspecify.annotations.NullMarked;
