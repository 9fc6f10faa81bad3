/** Hears what enforcement does. */
@NullMarked
package cn.bishui.disclosure.clue.kafka;

import org.jspecify.annotations.NullMarked;
