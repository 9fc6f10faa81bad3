@NullMarked
package cn.bishui.portal.route.http;

import org.jspecify.annotations.NullMarked;
