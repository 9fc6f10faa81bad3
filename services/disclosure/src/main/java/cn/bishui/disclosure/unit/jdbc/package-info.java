/** Keeps the register. */
@NullMarked
package cn.bishui.disclosure.unit.jdbc;

import org.jspecify.annotations.NullMarked;
