/** Quarters of drinking water for people and programs. */
@NullMarked
package cn.bishui.monitoring.drinking.web;

import org.jspecify.annotations.NullMarked;
