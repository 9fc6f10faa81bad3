/** Judging for everybody: programs hand in values, people paste a table. */
@NullMarked
package cn.bishui.monitoring.openjudge.web;

import org.jspecify.annotations.NullMarked;
