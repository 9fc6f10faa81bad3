/** Shows exceedances. */
@NullMarked
package cn.bishui.disclosure.exceedance.web;

import org.jspecify.annotations.NullMarked;
