/** Permits as pages and as JSON. */
@NullMarked
package cn.bishui.permits.permit.web;

import org.jspecify.annotations.NullMarked;
