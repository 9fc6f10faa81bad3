/**
 * Keeps floods out of the windows that need no account, without troubling people: how much one address may ask for, and a small
 * piece of work that a browser does by itself.
 */
@NullMarked
package cn.bishui.complaints.quota;

import org.jspecify.annotations.NullMarked;
