package cn.bishui.monitoring.device;

import java.time.LocalDate;

/**
 * A test of a device before it is put to use (验收, HJ 354-2019): that it measures right and that its packets come.
 *
 * @param report number of the report
 * @param note what was found; may be empty
 */
public record Acceptance(LocalDate testedOn, String report, boolean passed, String note) {}
