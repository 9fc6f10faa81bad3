/** What monitoring found. */
@NullMarked
package cn.bishui.contracts.monitoring;

import org.jspecify.annotations.NullMarked;
