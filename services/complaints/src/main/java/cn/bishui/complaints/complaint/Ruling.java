package cn.bishui.complaints.complaint;

import java.time.Instant;

/** What became of a request for re-examination or review, in words for the reporter. */
public record Ruling(Request request, Verdict verdict, String text, String by, Instant at) {}
