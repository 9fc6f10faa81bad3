/** What the platform says when something cannot be done. */
@NullMarked
package cn.bishui.web.problem;

import org.jspecify.annotations.NullMarked;
