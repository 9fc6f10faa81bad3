/** Yellow cards as pages and as JSON. */
@NullMarked
package cn.bishui.enforcement.card.web;

import org.jspecify.annotations.NullMarked;
