/** HJ 212, the protocol in which monitoring devices speak to the centre. */
@NullMarked
package cn.bishui.hj212;

import org.jspecify.annotations.NullMarked;
