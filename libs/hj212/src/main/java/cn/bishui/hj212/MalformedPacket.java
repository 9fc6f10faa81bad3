package cn.bishui.hj212;

/**
 * A segment whose frame holds, yet which cannot be told from whom it is or what it is.
 *
 * @param reason one English sentence
 * @param text the segment
 */
public record MalformedPacket(String reason, String text) implements ParsedPacket {}
