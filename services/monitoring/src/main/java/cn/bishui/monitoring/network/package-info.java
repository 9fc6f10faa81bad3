/** What is monitored and where: waters, sections, sources with their zones, wells, stations. */
@NullMarked
package cn.bishui.monitoring.network;

import org.jspecify.annotations.NullMarked;
