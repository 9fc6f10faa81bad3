@NullMarked
package cn.bishui.disclosure.publication.web;

import org.jspecify.annotations.NullMarked;
