/** What became of complaints about pollution (12369). Nothing here says who complained, nor anything in that person's words. */
@NullMarked
package cn.bishui.contracts.complaints;

import org.jspecify.annotations.NullMarked;
