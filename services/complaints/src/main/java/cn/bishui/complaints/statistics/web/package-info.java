/** Pages, downloads and interface of the statistics and of the yearly report. */
@NullMarked
package cn.bishui.complaints.statistics.web;

import org.jspecify.annotations.NullMarked;
