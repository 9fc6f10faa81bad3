@NullMarked
package cn.bishui.monitoring.archive.jdbc;

import org.jspecify.annotations.NullMarked;
