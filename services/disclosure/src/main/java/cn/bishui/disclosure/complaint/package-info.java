/** Complaints as numbers, which point at nobody: what came in, what came of it, how quickly, how well. */
@NullMarked
package cn.bishui.disclosure.complaint;

import org.jspecify.annotations.NullMarked;
