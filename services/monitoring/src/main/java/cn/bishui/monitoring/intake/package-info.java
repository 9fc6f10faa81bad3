/** Takes packets from devices, refuses strangers, and keeps what cannot be read. */
@NullMarked
package cn.bishui.monitoring.intake;

import org.jspecify.annotations.NullMarked;
