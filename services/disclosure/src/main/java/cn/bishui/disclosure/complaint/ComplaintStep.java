package cn.bishui.disclosure.complaint;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step of a complaint that is counted, on the day and so in the month in which it was taken; each counts once. */
public sealed interface ComplaintStep {

    /** Id of the complaint. */
    String complaint();

    /** The day of the step, in the district's time zone. */
    LocalDate on();

    /**
     * It was taken in.
     *
     * @param about what it is about
     * @param channel how it came in
     */
    record Received(String complaint, LocalDate on, Matter about, String channel) implements ComplaintStep {}

    /** What it is about was put right. */
    record Corrected(String complaint, LocalDate on, Matter about) implements ComplaintStep {}

    /** It was accepted. */
    record Accepted(String complaint, LocalDate on) implements ComplaintStep {}

    /**
     * It was not accepted.
     *
     * @param repeat whether because the same matter had been accepted before
     */
    record Refused(String complaint, LocalDate on, boolean repeat) implements ComplaintStep {}

    /** A bureau got it to handle. */
    record Assigned(String complaint, LocalDate on, String bureau) implements ComplaintStep {}

    /**
     * It was answered.
     *
     * @param confirmed whether it was found to be true, wholly or in part
     */
    record Answered(String complaint, LocalDate on, String bureau, boolean inTime, boolean confirmed)
            implements ComplaintStep {}

    /**
     * The reporter rated the handling.
     *
     * @param satisfaction from 1 to 5
     */
    record Rated(String complaint, LocalDate on, String bureau, int satisfaction) implements ComplaintStep {}

    /**
     * What a complaint is about.
     *
     * @param type id of the kind of pollution, such as {@code water}
     * @param subtype id of the kind of water pollution, null where it is none or not known
     * @param street the street or township, null where that is not known
     */
    record Matter(
            String type, @Nullable String subtype, @Nullable String street) {}
}
