package cn.bishui.disclosure.exceedance;

import java.util.Arrays;

/** What came of an exceedance, as far as it went. A decision on filing ends a clue; of several clues the furthest counts. */
public enum CaseStatus {
    /** It was found, and enforcement has not taken it up yet (发现超标). */
    FOUND("found"),
    /** Enforcement opened a clue and decides within 15 working days whether to file a case (已立线索). */
    CLUE("clue"),
    /** The unit was shown a yellow card for it; filing is not decided (黄牌). */
    YELLOW_CARD("yellow-card"),
    /** A case was filed (已立案). */
    CASE_FILED("case-filed"),
    /** It was decided not to file a case (不予立案). */
    DISMISSED("dismissed"),
    /** It was judged anew and no longer stands (已撤销). */
    WITHDRAWN("withdrawn");

    private final String code;

    CaseStatus(String code) {
        this.code = code;
    }

    /** The stable code that open data bears. */
    public String code() {
        return code;
    }

    /**
     * The status of a code.
     *
     * @throws IllegalArgumentException if no status has it
     */
    public static CaseStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No case status has the code " + code));
    }
}
