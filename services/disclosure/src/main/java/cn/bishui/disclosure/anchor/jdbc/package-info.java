/** Keeps anchors. */
@NullMarked
package cn.bishui.disclosure.anchor.jdbc;

import org.jspecify.annotations.NullMarked;
