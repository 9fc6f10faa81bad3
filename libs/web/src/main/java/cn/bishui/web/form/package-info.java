/** Reads what people type and scripts send, and says everything that is wrong with it at once. */
@NullMarked
package cn.bishui.web.form;

import org.jspecify.annotations.NullMarked;
