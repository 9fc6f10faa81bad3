/** Pollutants, limits and how a value is judged against them. */
@NullMarked
package cn.bishui.standards;

import org.jspecify.annotations.NullMarked;
