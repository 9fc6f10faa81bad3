/** A made-up service that shows every fragment and answers in every way, for tests and for looking at. */
@NullMarked
package cn.bishui.web.gallery;

import org.jspecify.annotations.NullMarked;
