/** Rivers and lakes: class, level, main pollutants, basins, the index of cities, trophic state. */
@NullMarked
package cn.bishui.standards.surfacewater;

import org.jspecify.annotations.NullMarked;
