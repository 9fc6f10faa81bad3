/** Starts the whole platform on one machine, watches over it and stops it. */
@NullMarked
package cn.bishui.local;

import org.jspecify.annotations.NullMarked;
