@NullMarked
package cn.bishui.monitoring.archive.web;

import org.jspecify.annotations.NullMarked;
