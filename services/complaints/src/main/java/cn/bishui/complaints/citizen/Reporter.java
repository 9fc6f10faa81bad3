package cn.bishui.complaints.citizen;

import cn.bishui.audit.Actor;

/** Whoever shows a complaint's secret; who that is, no log says. */
public final class Reporter {

    /** In the audit log and in files. */
    public static final Actor ACTOR = new Actor("reporter", null, null);

    private Reporter() {}
}
