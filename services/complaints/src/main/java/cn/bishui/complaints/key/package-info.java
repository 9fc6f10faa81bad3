/**
 * The one secret that comes from outside, and the keys that are derived from it: one for each purpose, so that what leaks of
 * one tells nothing of another. What is sealed names the key it was sealed under, so that the secret can be changed.
 */
@NullMarked
package cn.bishui.complaints.key;

import org.jspecify.annotations.NullMarked;
