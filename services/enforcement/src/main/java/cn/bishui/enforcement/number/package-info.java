/** The numbers that people call clues, cards and cases by. */
@NullMarked
package cn.bishui.enforcement.number;

import org.jspecify.annotations.NullMarked;
