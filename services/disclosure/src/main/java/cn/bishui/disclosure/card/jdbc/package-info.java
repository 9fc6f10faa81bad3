/** Keeps cards. */
@NullMarked
package cn.bishui.disclosure.card.jdbc;

import org.jspecify.annotations.NullMarked;
