/** Discharge permits from draft to grant. */
@NullMarked
package cn.bishui.permits.permit;

import org.jspecify.annotations.NullMarked;
