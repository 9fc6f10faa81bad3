/** Quarters of drinking water on public pages. */
@NullMarked
package cn.bishui.disclosure.drinking.web;

import org.jspecify.annotations.NullMarked;
