/** The pages under {@code /12369}, which work on a phone and without JavaScript, and the interface for other platforms. */
@NullMarked
package cn.bishui.complaints.citizen.web;

import org.jspecify.annotations.NullMarked;
