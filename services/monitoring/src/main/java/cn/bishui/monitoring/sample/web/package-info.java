/** Samples for people and programs. */
@NullMarked
package cn.bishui.monitoring.sample.web;

import org.jspecify.annotations.NullMarked;
