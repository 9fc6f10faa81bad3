package cn.bishui.standards;

/**
 * A standard, method or guide in one version.
 *
 * @param id as it is cited, such as {@code GB 3838-2002}
 * @param zh its name
 * @param en its name in English, ours
 * @param basis from when to when it is in force, and whether that was checked
 */
public record Standard(String id, String zh, String en, Basis basis) {}
