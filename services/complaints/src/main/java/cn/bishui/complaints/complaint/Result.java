package cn.bishui.complaints.complaint;

import cn.bishui.complaints.hotline.Finding;
import java.time.Instant;

/**
 * The result of an investigation; Order 15 art. 12.
 *
 * @param checked what was checked
 * @param found what was found
 * @param action what was done about it
 * @param answer what the reporter is told
 */
public record Result(
        Finding finding, String checked, String found, String action, String answer, String by, Instant at) {}
