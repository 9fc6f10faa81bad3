/** What enforcement does about exceedances, as far as the public is concerned. */
@NullMarked
package cn.bishui.disclosure.clue;

import org.jspecify.annotations.NullMarked;
