/** Forgets what need not be counted any more. */
@NullMarked
package cn.bishui.complaints.quota.schedule;

import org.jspecify.annotations.NullMarked;
