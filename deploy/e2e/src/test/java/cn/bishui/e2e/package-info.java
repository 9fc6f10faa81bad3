@NullMarked
package cn.bishui.e2e;

import org.jspecify.annotations.NullMarked;
