/** Who may call what: tokens, roles and headers. */
@NullMarked
package cn.bishui.web.access;

import org.jspecify.annotations.NullMarked;
