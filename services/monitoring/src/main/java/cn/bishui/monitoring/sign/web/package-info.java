/** Suspicions for people and programs. */
@NullMarked
package cn.bishui.monitoring.sign.web;

import org.jspecify.annotations.NullMarked;
