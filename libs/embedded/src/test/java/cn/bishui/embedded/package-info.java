/** Starts every server for real. */
@NullMarked
package cn.bishui.embedded;

import org.jspecify.annotations.NullMarked;
