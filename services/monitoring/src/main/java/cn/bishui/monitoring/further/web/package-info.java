/** Chemicals that were found, for people and programs. */
@NullMarked
package cn.bishui.monitoring.further.web;

import org.jspecify.annotations.NullMarked;
