/** Shows units. */
@NullMarked
package cn.bishui.disclosure.unit.web;

import org.jspecify.annotations.NullMarked;
