@NullMarked
package cn.bishui.disclosure;

import org.jspecify.annotations.NullMarked;
