/** Keeps clues. */
@NullMarked
package cn.bishui.disclosure.clue.jdbc;

import org.jspecify.annotations.NullMarked;
