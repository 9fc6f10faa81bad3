package cn.bishui.monitoring.reading;

/** What a packet was to what is kept already. */
public enum Kept {
    /** Nothing of its key was there. */
    NEW,
    /** The latest of its key says the same: nothing was kept. */
    REPEATED,
    /** It says something else: it was kept as a further version. */
    CHANGED
}
