/** The portal over real HTTP, between a browser and services that the tests play. */
@NullMarked
package cn.bishui.portal;

import org.jspecify.annotations.NullMarked;
