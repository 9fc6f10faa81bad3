/** Plays monitoring devices over TCP: what they measured, in HJ 212-2017, and how they obey the centre. */
@NullMarked
package cn.bishui.simulator;

import org.jspecify.annotations.NullMarked;
