package cn.bishui.enforcement.number;

/** Gives out numbers. */
public interface Numbers {

    /**
     * The next number of a year, in the caller's transaction. Numbers are unique and rise in the order of
     * commit; some may be missing.
     */
    String next(Series series, int year);
}
