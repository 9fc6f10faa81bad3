/** Loads for people and programs. */
@NullMarked
package cn.bishui.monitoring.load.web;

import org.jspecify.annotations.NullMarked;
