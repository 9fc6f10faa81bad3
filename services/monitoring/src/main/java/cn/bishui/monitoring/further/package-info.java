/** What is measured beside the items of a standard: levels, chemicals that disrupt hormones, new pollutants; with a district's own. */
@NullMarked
package cn.bishui.monitoring.further;

import org.jspecify.annotations.NullMarked;
