package cn.bishui.monitoring.sample;

import java.time.LocalDate;

/**
 * What an analyst found.
 *
 * @param item key of the item
 * @param found as reported, in the unit of the limit: {@code 0.025L}
 * @param method by which; empty if not given
 * @param analyst username
 */
public record Finding(String item, String found, String method, String analyst, LocalDate analysedOn) {}
