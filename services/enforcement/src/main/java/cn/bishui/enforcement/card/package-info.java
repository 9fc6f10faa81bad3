/** Yellow cards (黄牌): drafted by one officer, signed by the bureau's head. */
@NullMarked
package cn.bishui.enforcement.card;

import org.jspecify.annotations.NullMarked;
