/** Black-odorous waters for people and programs. */
@NullMarked
package cn.bishui.monitoring.blackodorous.web;

import org.jspecify.annotations.NullMarked;
