package cn.bishui.hj212;

/** What a byte stream yields: frames that hold, and bytes that were given up with the reason why. */
public sealed interface Received permits Frame, RejectedFrame {}
