/** Keeps packets as they came, for evidence. */
@NullMarked
package cn.bishui.monitoring.archive;

import org.jspecify.annotations.NullMarked;
