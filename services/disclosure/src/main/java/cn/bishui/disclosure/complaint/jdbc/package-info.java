/** Keeps what is counted. */
@NullMarked
package cn.bishui.disclosure.complaint.jdbc;

import org.jspecify.annotations.NullMarked;
