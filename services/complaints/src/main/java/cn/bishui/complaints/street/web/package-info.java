/** The supervisor's list of streets. */
@NullMarked
package cn.bishui.complaints.street.web;

import org.jspecify.annotations.NullMarked;
