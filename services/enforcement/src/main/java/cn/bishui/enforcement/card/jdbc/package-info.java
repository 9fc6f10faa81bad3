/** Yellow cards in PostgreSQL. */
@NullMarked
package cn.bishui.enforcement.card.jdbc;

import org.jspecify.annotations.NullMarked;
