/** The mailbox's page. */
@NullMarked
package cn.bishui.complaints.contact.web;

import org.jspecify.annotations.NullMarked;
