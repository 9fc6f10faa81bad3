/** Keeps exceedances. */
@NullMarked
package cn.bishui.disclosure.exceedance.jdbc;

import org.jspecify.annotations.NullMarked;
