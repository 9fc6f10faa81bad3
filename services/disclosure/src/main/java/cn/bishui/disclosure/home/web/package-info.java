/** The first page of the public site. */
@NullMarked
package cn.bishui.disclosure.home.web;

import org.jspecify.annotations.NullMarked;
