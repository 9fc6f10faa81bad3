/** The report as a page that prints. */
@NullMarked
package cn.bishui.monitoring.report.web;

import org.jspecify.annotations.NullMarked;
