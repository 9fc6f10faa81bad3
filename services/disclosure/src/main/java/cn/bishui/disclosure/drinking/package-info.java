/** Quarters of drinking water, from the source to the tap. */
@NullMarked
package cn.bishui.disclosure.drinking;

import org.jspecify.annotations.NullMarked;
