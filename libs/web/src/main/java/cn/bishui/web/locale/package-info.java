/** The reader's language and the district's time. */
@NullMarked
package cn.bishui.web.locale;

import org.jspecify.annotations.NullMarked;
