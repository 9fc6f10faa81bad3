/** Tests of complaints. */
@NullMarked
package cn.bishui.complaints.complaint;

import org.jspecify.annotations.NullMarked;
