/** What happens to clues without anybody's doing. */
@NullMarked
package cn.bishui.enforcement.clue.schedule;

import org.jspecify.annotations.NullMarked;
