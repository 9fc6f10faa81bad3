/** What became public, when, and by which event. */
@NullMarked
package cn.bishui.disclosure.publication;

import org.jspecify.annotations.NullMarked;
