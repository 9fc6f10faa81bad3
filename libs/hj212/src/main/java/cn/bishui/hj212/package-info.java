/**
 * HJ 212, the protocol in which monitoring devices speak to the centre: {@link cn.bishui.hj212.FrameDecoder} cuts the
 * stream, {@link cn.bishui.hj212.Packet} is read from a frame, {@link cn.bishui.hj212.PacketEncoder} writes one.
 */
@NullMarked
package cn.bishui.hj212;

import org.jspecify.annotations.NullMarked;
