/** The rules of judging as they hold in this district. */
@NullMarked
package cn.bishui.monitoring.rules;

import org.jspecify.annotations.NullMarked;
