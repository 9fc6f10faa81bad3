/** Real servers as child processes of this JVM, unpacked from registry artifacts on the class path. */
@NullMarked
package cn.bishui.embedded;

import org.jspecify.annotations.NullMarked;
