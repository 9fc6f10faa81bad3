package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter may know of a complaint's way.
 *
 * @param what {@code received}, {@code accepted}, {@code refused}, {@code linked}, {@code assigned}, {@code taken}, {@code extended},
 *     {@code answered}, {@code rated}, {@code reexamination-asked}, {@code reexamined}, {@code review-asked}, {@code reviewed},
 *     {@code reopened}, {@code returned}, {@code closed}, {@code added}: message {@code citizen.step.<what>}
 * @param bureau whom it is about, null if none
 * @param due the last day that it sets, null if none
 * @param words what was said to the reporter, null if nothing
 */
public record Step(
        Instant at,
        String what,
        @Nullable String bureau,
        @Nullable LocalDate due,
        @Nullable String words) {}
