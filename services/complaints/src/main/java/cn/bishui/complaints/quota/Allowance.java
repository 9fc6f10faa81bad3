package cn.bishui.complaints.quota;

/** What is counted by address, in windows of ten minutes. */
public enum Allowance {
    /** Complaints handed in; code {@code quota.complaint}. */
    COMPLAINT,
    /** Looks at a complaint by number and secret, a wrong secret counts {@value Quota#WRONG_SECRET}; code {@code quota.tracking}. */
    TRACKING,
    /** One-time codes asked for; code {@code quota.code}. */
    CODE,
    /** Complaints from browsers that did no work; code {@code quota.unsolved}. */
    UNSOLVED
}
