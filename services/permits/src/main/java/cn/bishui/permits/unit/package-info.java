/** Units that discharge, and their outlets. */
@NullMarked
package cn.bishui.permits.unit;

import org.jspecify.annotations.NullMarked;
