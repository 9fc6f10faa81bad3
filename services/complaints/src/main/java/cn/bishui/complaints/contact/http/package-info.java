/** Short messages by a provider's HTTP interface. */
@NullMarked
package cn.bishui.complaints.contact.http;

import org.jspecify.annotations.NullMarked;
