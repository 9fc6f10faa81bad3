/** Open data: what the pages show, for programs. */
@NullMarked
package cn.bishui.disclosure.open.web;

import org.jspecify.annotations.NullMarked;
