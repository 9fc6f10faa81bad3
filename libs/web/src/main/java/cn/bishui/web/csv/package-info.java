/** Tables to take away. */
@NullMarked
package cn.bishui.web.csv;

import org.jspecify.annotations.NullMarked;
