/** Hears of permits. */
@NullMarked
package cn.bishui.disclosure.unit.kafka;

import org.jspecify.annotations.NullMarked;
