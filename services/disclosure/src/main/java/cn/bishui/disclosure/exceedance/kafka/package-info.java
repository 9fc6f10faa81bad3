/** Hears of exceedances. */
@NullMarked
package cn.bishui.disclosure.exceedance.kafka;

import org.jspecify.annotations.NullMarked;
