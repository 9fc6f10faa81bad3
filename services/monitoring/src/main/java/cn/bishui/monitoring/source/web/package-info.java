/** Sources for people and programs. */
@NullMarked
package cn.bishui.monitoring.source.web;

import org.jspecify.annotations.NullMarked;
