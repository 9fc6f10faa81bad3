/** The public register of units, their outlets, permits and limits. */
@NullMarked
package cn.bishui.disclosure.unit;

import org.jspecify.annotations.NullMarked;
