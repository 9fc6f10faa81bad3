/** The heads of the services' audit chains. */
@NullMarked
package cn.bishui.disclosure.anchor;

import org.jspecify.annotations.NullMarked;
