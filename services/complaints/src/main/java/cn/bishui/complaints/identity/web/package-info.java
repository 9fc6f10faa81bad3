/** The one page that shows a reporter, and the list of looks. */
@NullMarked
package cn.bishui.complaints.identity.web;

import org.jspecify.annotations.NullMarked;
