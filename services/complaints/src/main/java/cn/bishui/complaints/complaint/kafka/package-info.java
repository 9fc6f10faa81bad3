/** What enforcement tells of acts that complaints brought to light. */
@NullMarked
package cn.bishui.complaints.complaint.kafka;

import org.jspecify.annotations.NullMarked;
