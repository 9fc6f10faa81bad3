/** Clues (线索): what speaks against a unit, the clock that runs, and the decision to file a case. */
@NullMarked
package cn.bishui.enforcement.clue;

import org.jspecify.annotations.NullMarked;
