/** What devices measured: one record per packet, each kept once. */
@NullMarked
package cn.bishui.monitoring.reading;

import org.jspecify.annotations.NullMarked;
