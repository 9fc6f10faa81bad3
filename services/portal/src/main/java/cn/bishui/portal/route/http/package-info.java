/** Where each request goes, and what of it goes along. */
@NullMarked
package cn.bishui.portal.route.http;

import org.jspecify.annotations.NullMarked;
