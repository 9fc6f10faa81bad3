/** Judges what anybody hands in by the water standards, without keeping it. */
@NullMarked
package cn.bishui.monitoring.openjudge;

import org.jspecify.annotations.NullMarked;
