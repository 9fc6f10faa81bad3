/**
 * Photos and videos: taken only when they are what they say, within limits, and without a trace of where or by whom they were
 * taken; shown to those who may see the complaint.
 */
@NullMarked
package cn.bishui.complaints.evidence;

import org.jspecify.annotations.NullMarked;
