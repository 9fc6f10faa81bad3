/** What every adapter of a database does with rows: reads their columns, shows them page by page, downloads them all. */
@NullMarked
package cn.bishui.web.rows;

import org.jspecify.annotations.NullMarked;
