/**
 * The citizens' window: what people tell without an account, with number and secret to follow it, and what they may do when it is
 * answered. Whoever asks without the secret learns nothing, not even whether there is a complaint.
 */
@NullMarked
package cn.bishui.complaints.citizen;

import org.jspecify.annotations.NullMarked;
