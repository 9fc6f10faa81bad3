/** All facts there are, for those who translate between the wire and the records. */
@NullMarked
package cn.bishui.contracts.catalogue;

import org.jspecify.annotations.NullMarked;
