/** What waits, as the desk shows it. */
@NullMarked
package cn.bishui.enforcement.todo.web;

import org.jspecify.annotations.NullMarked;
