/** Signs of tampering in what devices send: each a clue with its records frozen, never a verdict. */
@NullMarked
package cn.bishui.monitoring.sign;

import org.jspecify.annotations.NullMarked;
