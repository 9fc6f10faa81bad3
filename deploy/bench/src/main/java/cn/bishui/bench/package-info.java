/** Measures what the platform promises. */
@NullMarked
package cn.bishui.bench;

import org.jspecify.annotations.NullMarked;
