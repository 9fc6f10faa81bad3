@NullMarked
package cn.bishui.monitoring.archive.schedule;

import org.jspecify.annotations.NullMarked;
