/** The desk: what waits for the signed-in person, gathered from every service. */
@NullMarked
package cn.bishui.portal.desk.web;

import org.jspecify.annotations.NullMarked;
