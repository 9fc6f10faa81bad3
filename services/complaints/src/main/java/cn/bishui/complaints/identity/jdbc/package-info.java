/** Identities and looks in PostgreSQL. */
@NullMarked
package cn.bishui.complaints.identity.jdbc;

import org.jspecify.annotations.NullMarked;
