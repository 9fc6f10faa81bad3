package cn.bishui.hj212;

/** What the segment of a frame turned out to be. */
public sealed interface ParsedPacket permits Packet, MalformedPacket {}
