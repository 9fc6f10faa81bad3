/** What waits for the officer on duty. */
@NullMarked
package cn.bishui.monitoring.duty;

import org.jspecify.annotations.NullMarked;
