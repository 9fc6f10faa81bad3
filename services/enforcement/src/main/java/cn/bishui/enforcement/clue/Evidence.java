package cn.bishui.enforcement.clue;

/** What speaks for a clue. */
public sealed interface Evidence permits Exceedance, ReportedAct, Suspicion {}
