/** Shows anchors. */
@NullMarked
package cn.bishui.disclosure.anchor.web;

import org.jspecify.annotations.NullMarked;
