@NullMarked
package cn.bishui.contracts;

import org.jspecify.annotations.NullMarked;
