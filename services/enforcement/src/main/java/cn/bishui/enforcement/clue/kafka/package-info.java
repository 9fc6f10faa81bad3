/** What other services tell that leads to clues. */
@NullMarked
package cn.bishui.enforcement.clue.kafka;

import org.jspecify.annotations.NullMarked;
