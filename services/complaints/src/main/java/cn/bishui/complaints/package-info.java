/** 12369: complaints about pollution, from the first word to the last. */
@NullMarked
package cn.bishui.complaints;

import org.jspecify.annotations.NullMarked;
