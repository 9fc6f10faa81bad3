@NullMarked
package cn.bishui.disclosure.exceedance;

import org.jspecify.annotations.NullMarked;
