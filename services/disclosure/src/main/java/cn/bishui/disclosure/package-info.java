/** The public site and open data: what the district owes the public, shown the moment it is known. */
@NullMarked
package cn.bishui.disclosure;

import org.jspecify.annotations.NullMarked;
