/** Speaks HJ 212 over TCP. */
@NullMarked
package cn.bishui.monitoring.intake.tcp;

import org.jspecify.annotations.NullMarked;
