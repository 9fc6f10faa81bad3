/** Drinking water by GB 5749, and the sources it comes from. */
@NullMarked
package cn.bishui.standards.drinkingwater;

import org.jspecify.annotations.NullMarked;
