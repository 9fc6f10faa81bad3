/** Urban black-odorous waters: grade of a value, a point, a reach, a body. */
@NullMarked
package cn.bishui.standards.blackodorous;

import org.jspecify.annotations.NullMarked;
