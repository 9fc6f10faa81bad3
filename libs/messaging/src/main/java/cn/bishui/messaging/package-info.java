/** Tells facts to other services and hears theirs, each once. */
@NullMarked
package cn.bishui.messaging;

import org.jspecify.annotations.NullMarked;
