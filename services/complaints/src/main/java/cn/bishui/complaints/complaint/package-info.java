/** A complaint and its life: what it is about, where it stands, its clocks, and every move that it can make. */
@NullMarked
package cn.bishui.complaints.complaint;

import org.jspecify.annotations.NullMarked;
