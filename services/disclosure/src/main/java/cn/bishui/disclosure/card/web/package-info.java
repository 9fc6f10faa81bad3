/** Shows cards. */
@NullMarked
package cn.bishui.disclosure.card.web;

import org.jspecify.annotations.NullMarked;
