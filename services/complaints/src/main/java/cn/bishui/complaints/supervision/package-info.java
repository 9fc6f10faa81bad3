/** What a supervisor does about complaints: urges bureaus, supervises, has reporters called; Order 15 arts. 13 to 15. */
@NullMarked
package cn.bishui.complaints.supervision;

import org.jspecify.annotations.NullMarked;
