@NullMarked
package cn.bishui.disclosure.complaint;

import org.jspecify.annotations.NullMarked;
