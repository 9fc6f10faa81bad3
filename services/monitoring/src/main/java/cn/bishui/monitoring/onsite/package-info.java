/** Samples that the authority takes at outlets: entered by one person, confirmed by another, they prove by themselves. */
@NullMarked
package cn.bishui.monitoring.onsite;

import org.jspecify.annotations.NullMarked;
