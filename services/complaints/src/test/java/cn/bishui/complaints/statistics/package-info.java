/** What is counted. */
@NullMarked
package cn.bishui.complaints.statistics;

import org.jspecify.annotations.NullMarked;
