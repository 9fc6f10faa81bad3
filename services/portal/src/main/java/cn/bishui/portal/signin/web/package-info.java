/** Signing in and out, the session, and who gets past the door. */
@NullMarked
package cn.bishui.portal.signin.web;

import org.jspecify.annotations.NullMarked;
