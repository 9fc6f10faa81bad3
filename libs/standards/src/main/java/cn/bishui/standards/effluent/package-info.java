/** What may be discharged: GB 18918 for town sewage plants, GB 8978 for the rest, and which limit holds. */
@NullMarked
package cn.bishui.standards.effluent;

import org.jspecify.annotations.NullMarked;
