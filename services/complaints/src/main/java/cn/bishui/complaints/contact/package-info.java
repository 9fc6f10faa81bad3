/**
 * Ways to reach a reporter: one-time codes that prove a phone number, and short messages that go out after the commit and are
 * not lost.
 */
@NullMarked
package cn.bishui.complaints.contact;

import org.jspecify.annotations.NullMarked;
