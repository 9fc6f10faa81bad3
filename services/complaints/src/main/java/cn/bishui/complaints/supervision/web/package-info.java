/** Pages and interface of supervision. */
@NullMarked
package cn.bishui.complaints.supervision.web;

import org.jspecify.annotations.NullMarked;
