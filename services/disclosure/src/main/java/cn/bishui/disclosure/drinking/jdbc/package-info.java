/** Quarters of drinking water in PostgreSQL. */
@NullMarked
package cn.bishui.disclosure.drinking.jdbc;

import org.jspecify.annotations.NullMarked;
