/** Sends messages after the commit, and forgets what is done. */
@NullMarked
package cn.bishui.complaints.contact.schedule;

import org.jspecify.annotations.NullMarked;
