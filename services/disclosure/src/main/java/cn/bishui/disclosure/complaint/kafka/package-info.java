/** Hears what becomes of complaints. */
@NullMarked
package cn.bishui.disclosure.complaint.kafka;

import org.jspecify.annotations.NullMarked;
