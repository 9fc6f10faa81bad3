/** Shows the statistics of complaints. */
@NullMarked
package cn.bishui.disclosure.complaint.web;

import org.jspecify.annotations.NullMarked;
