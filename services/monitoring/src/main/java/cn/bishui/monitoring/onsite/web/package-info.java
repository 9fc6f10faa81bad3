/** Samples taken on site, for people and programs. */
@NullMarked
package cn.bishui.monitoring.onsite.web;

import org.jspecify.annotations.NullMarked;
