/** What complaints come to when counted, so that no count points at one reporter. */
@NullMarked
package cn.bishui.complaints.statistics;

import org.jspecify.annotations.NullMarked;
