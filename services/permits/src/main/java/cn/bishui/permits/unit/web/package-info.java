/** Units as pages and as JSON. */
@NullMarked
package cn.bishui.permits.unit.web;

import org.jspecify.annotations.NullMarked;
