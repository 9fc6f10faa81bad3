/** The report of a month, a quarter or a year: sections, waters, sources, wells, black-odorous waters. */
@NullMarked
package cn.bishui.monitoring.report;

import org.jspecify.annotations.NullMarked;
