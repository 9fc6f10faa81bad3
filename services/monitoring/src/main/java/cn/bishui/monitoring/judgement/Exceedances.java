package cn.bishui.monitoring.judgement;

/** Exceedances that were found. */
public interface Exceedances {

    /**
     * Notes one.
     *
     * @return false if it was noted before
     */
    boolean add(String id, DayJudgement judgement);
}
