/** Assessments for people and programs. */
@NullMarked
package cn.bishui.monitoring.assessment.web;

import org.jspecify.annotations.NullMarked;
