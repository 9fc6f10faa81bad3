@NullMarked
package cn.bishui.permits;

import org.jspecify.annotations.NullMarked;
