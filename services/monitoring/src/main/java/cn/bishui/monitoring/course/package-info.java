/** Where waters run, and where the district ends, as maps draw it. */
@NullMarked
package cn.bishui.monitoring.course;

import org.jspecify.annotations.NullMarked;
