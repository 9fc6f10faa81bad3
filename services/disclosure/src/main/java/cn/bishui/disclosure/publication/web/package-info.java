/** Shows editors the record, and readers each page as it was last published. */
@NullMarked
package cn.bishui.disclosure.publication.web;

import org.jspecify.annotations.NullMarked;
