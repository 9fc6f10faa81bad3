/** What happens to complaints without anybody's doing. */
@NullMarked
package cn.bishui.complaints.complaint.schedule;

import org.jspecify.annotations.NullMarked;
