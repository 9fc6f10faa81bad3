/** A hash-chained audit log written in the caller's transaction. */
@NullMarked
package cn.bishui.audit;

import org.jspecify.annotations.NullMarked;
