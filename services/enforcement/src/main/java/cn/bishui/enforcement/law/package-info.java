/** What the law says, by the day that counts. */
@NullMarked
package cn.bishui.enforcement.law;

import org.jspecify.annotations.NullMarked;
