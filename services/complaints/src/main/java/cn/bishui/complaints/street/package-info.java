/** The district's streets and towns, so that places are called by one name. */
@NullMarked
package cn.bishui.complaints.street;

import org.jspecify.annotations.NullMarked;
