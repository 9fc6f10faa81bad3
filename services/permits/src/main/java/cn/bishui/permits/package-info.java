/** Units, outlets and discharge permits. */
@NullMarked
package cn.bishui.permits;

import org.jspecify.annotations.NullMarked;
