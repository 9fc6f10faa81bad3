/** What waits for whom. */
@NullMarked
package cn.bishui.enforcement.todo;

import org.jspecify.annotations.NullMarked;
