/** Hears of anchors. */
@NullMarked
package cn.bishui.disclosure.anchor.kafka;

import org.jspecify.annotations.NullMarked;
