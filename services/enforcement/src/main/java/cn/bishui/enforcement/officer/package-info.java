/** Who may make a move in enforcement. */
@NullMarked
package cn.bishui.enforcement.officer;

import org.jspecify.annotations.NullMarked;
