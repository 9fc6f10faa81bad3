/** The staff's pages and interface: the list, the file, its moves, intake by telephone. */
@NullMarked
package cn.bishui.complaints.complaint.web;

import org.jspecify.annotations.NullMarked;
