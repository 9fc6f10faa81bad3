/** Yellow and red cards. */
@NullMarked
package cn.bishui.disclosure.card;

import org.jspecify.annotations.NullMarked;
