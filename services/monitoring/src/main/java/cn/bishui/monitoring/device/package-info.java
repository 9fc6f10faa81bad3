/** The devices that may speak, and where they stand. */
@NullMarked
package cn.bishui.monitoring.device;

import org.jspecify.annotations.NullMarked;
