package cn.bishui.standards;

/** What comes of holding a value against a limit. */
public enum Verdict {
    /** Within the limit; equal meets. */
    MEETS("达标", "meets"),
    /** Beyond the limit: above an upper bound or below a lower one. */
    EXCEEDS("超标", "exceeds"),
    /** Undecided: the detection limit lies above the limit, or a further analysis decides. */
    CANNOT_BE_JUDGED("无法判定", "cannot be judged"),
    /** Held against nothing: there was no value, or no limit. */
    NOT_JUDGED("未评价", "not judged");

    private final String zh;
    private final String en;

    Verdict(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** In Chinese. */
    public String zh() {
        return zh;
    }

    /** In English. */
    public String en() {
        return en;
    }

    /** Of several the one that decides: one that exceeds, else one that cannot be judged, else one that meets. */
    public static Verdict together(Iterable<Verdict> verdicts) {
        Verdict together = NOT_JUDGED;
        for (Verdict each : verdicts) {
            if (each == EXCEEDS) {
                return EXCEEDS;
            }
            if (each == CANNOT_BE_JUDGED || (each == MEETS && together == NOT_JUDGED)) {
                together = each;
            }
        }
        return together;
    }
}
