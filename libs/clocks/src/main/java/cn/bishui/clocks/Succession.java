package cn.bishui.clocks;

/**
 * Articles that took the place of others.
 *
 * @param old what they were
 * @param now what they are
 * @param matter what they are about
 * @param note what to mind; empty if nothing
 */
public record Succession(Citation old, Citation now, String matter, String note) {}
