/** Clues as pages and as JSON. */
@NullMarked
package cn.bishui.enforcement.clue.web;

import org.jspecify.annotations.NullMarked;
