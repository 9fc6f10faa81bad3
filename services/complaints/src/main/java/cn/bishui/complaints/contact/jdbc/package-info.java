/** Codes and waiting messages in PostgreSQL, and the mailbox that stands in for phones on a local platform. */
@NullMarked
package cn.bishui.complaints.contact.jdbc;

import org.jspecify.annotations.NullMarked;
