/** The to-do list of every service. */
@NullMarked
package cn.bishui.web.todo;

import org.jspecify.annotations.NullMarked;
