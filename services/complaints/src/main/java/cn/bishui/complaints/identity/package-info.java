/**
 * Who reported, apart from what was reported: each reporter's name and ways to be reached, encrypted under a key that is not in
 * the database, shown with a reason only, and every look is on record for the supervisor.
 */
@NullMarked
package cn.bishui.complaints.identity;

import org.jspecify.annotations.NullMarked;
