package cn.bishui.complaints.complaint.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done about a complaint on its page; in the order in which its buttons stand. */
enum FileMove {
    ACCEPT("acceptance", Way.CONFIRM),
    ACCEPT_URGENT("urgent-acceptance", Way.CONFIRM_WITH_CARE),
    REFUSE("refusal", Way.FORM),
    ASSIGN("assignment", Way.FORM),
    SETTLE("settlement", Way.FORM),
    OVERTURN("overturning", Way.FORM),
    TAKE("taking", Way.BUTTON),
    DRAFT("result", Way.FORM),
    SIGN("result/signature", Way.CONFIRM),
    RETURN_RESULT("result/return", Way.FORM),
    GRANT_TIME("time/grant", Way.CONFIRM),
    DENY_TIME("time/denial", Way.FORM),
    RULE("ruling", Way.FORM),
    TAKE_OVER("taking-over", Way.CONFIRM),
    OBJECT("objection", Way.FORM),
    ASK_TIME("time", Way.FORM),
    SEND_BACK("answer/return", Way.FORM),
    ACT("act", Way.FORM),
    URGE("urging", Way.FORM),
    SUPERVISE("supervision", Way.FORM),
    FACT("facts", Way.FORM),
    MATTER("matter", Way.FORM);

    /** How it is done. */
    enum Way {
        /** On a page of its own. */
        FORM,
        /** At once. */
        BUTTON,
        /** At once, after a question. */
        CONFIRM,
        /** The same, in red. */
        CONFIRM_WITH_CARE
    }

    private final String path;
    private final Way way;

    FileMove(String path, Way way) {
        this.path = path;
        this.way = way;
    }

    /** Below the complaint's address. */
    public String path() {
        return path;
    }

    public Way way() {
        return way;
    }

    /** Its name in messages and in JSON, {@code move.<id>}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a page that offers it may offer it first of all. */
    boolean leads() {
        return compareTo(TAKE_OVER) <= 0;
    }

    static Optional<FileMove> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
