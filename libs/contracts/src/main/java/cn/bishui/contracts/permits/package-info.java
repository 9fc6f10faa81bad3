/** What happened to discharge permits, and the register of those in force. */
@NullMarked
package cn.bishui.contracts.permits;

import org.jspecify.annotations.NullMarked;
