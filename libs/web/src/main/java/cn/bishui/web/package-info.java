/** What every service's pages and APIs have in common. */
@NullMarked
package cn.bishui.web;

import org.jspecify.annotations.NullMarked;
