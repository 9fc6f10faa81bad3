/** Daily means over the limit, and what came of each. */
@NullMarked
package cn.bishui.disclosure.exceedance;

import org.jspecify.annotations.NullMarked;
