/** The facts that services tell each other through Kafka, and the ids they agree on. Depends on {@code java.*} only. */
@NullMarked
package cn.bishui.contracts;

import org.jspecify.annotations.NullMarked;
