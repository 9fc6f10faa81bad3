/** Shows photos and videos to those who may see them. */
@NullMarked
package cn.bishui.complaints.evidence.web;

import org.jspecify.annotations.NullMarked;
