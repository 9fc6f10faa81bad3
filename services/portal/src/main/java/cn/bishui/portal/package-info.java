/** The edge of the platform: who comes in, where a request goes, and the desk on which a person's work lies. */
@NullMarked
package cn.bishui.portal;

import org.jspecify.annotations.NullMarked;
