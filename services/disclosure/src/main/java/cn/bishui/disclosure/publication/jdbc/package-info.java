/** Keeps the record of publications. */
@NullMarked
package cn.bishui.disclosure.publication.jdbc;

import org.jspecify.annotations.NullMarked;
