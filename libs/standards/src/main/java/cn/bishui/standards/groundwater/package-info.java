/** Groundwater: its class by GB/T 14848. */
@NullMarked
package cn.bishui.standards.groundwater;

import org.jspecify.annotations.NullMarked;
