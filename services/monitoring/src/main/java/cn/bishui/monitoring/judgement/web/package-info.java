/** Outlets and their days. */
@NullMarked
package cn.bishui.monitoring.judgement.web;

import org.jspecify.annotations.NullMarked;
