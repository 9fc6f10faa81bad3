/** Enforcement: from an exceedance to a clue, a yellow card and the decision to file a case. */
@NullMarked
package cn.bishui.enforcement;

import org.jspecify.annotations.NullMarked;
