/** What became better or worse: between two periods, and over many. */
@NullMarked
package cn.bishui.standards.change;

import org.jspecify.annotations.NullMarked;
