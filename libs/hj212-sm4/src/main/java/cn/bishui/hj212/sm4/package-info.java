/** SM4 for the HJ 212 codec. */
@NullMarked
package cn.bishui.hj212.sm4;

import org.jspecify.annotations.NullMarked;
