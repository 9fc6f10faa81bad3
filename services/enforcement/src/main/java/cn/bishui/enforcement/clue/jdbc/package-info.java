/** Clues in PostgreSQL. */
@NullMarked
package cn.bishui.enforcement.clue.jdbc;

import org.jspecify.annotations.NullMarked;
