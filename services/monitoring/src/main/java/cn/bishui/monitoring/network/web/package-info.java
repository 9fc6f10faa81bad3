/** The network for people and programs. */
@NullMarked
package cn.bishui.monitoring.network.web;

import org.jspecify.annotations.NullMarked;
