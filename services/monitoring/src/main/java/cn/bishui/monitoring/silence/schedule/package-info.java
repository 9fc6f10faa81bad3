/** Looks at silent devices when their moment has come. */
@NullMarked
package cn.bishui.monitoring.silence.schedule;

import org.jspecify.annotations.NullMarked;
