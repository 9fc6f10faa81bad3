package cn.bishui.enforcement.law;

/** What a law is asked about. */
public enum Matter {
    /** Discharging more than the permit allows. */
    OVER_LIMIT,
    /** What faked or unfit monitoring data may be: evasion, no monitoring, faked data, damage to devices. */
    FAKED_DATA,
    /** Limiting production. */
    LIMIT_PRODUCTION,
    /** Stopping production. */
    STOP_PRODUCTION,
    /** Deciding whether to file a case, and by when. */
    FILING,
    /** Which law holds for an act from before a change of the law. */
    CHANGE_OF_LAW
}
