/** The page shell, and what templates need to write dates, numbers and links. */
@NullMarked
package cn.bishui.web.page;

import org.jspecify.annotations.NullMarked;
