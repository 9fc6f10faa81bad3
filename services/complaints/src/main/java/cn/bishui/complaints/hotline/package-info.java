/** The hotline order (环保举报热线工作管理办法, Order 15): its terms, and every rule about what happens when, in one place. */
@NullMarked
package cn.bishui.complaints.hotline;

import org.jspecify.annotations.NullMarked;
