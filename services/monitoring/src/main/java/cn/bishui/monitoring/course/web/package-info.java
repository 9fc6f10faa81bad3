/** Courses for people and programs. */
@NullMarked
package cn.bishui.monitoring.course.web;

import org.jspecify.annotations.NullMarked;
