package cn.bishui.complaints.complaint;

import cn.bishui.complaints.hotline.PollutionType;
import cn.bishui.complaints.hotline.WaterSubtype;
import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint is about, as it was told; Order 15 art. 8.
 *
 * @param content what happens, 1 to {@link #CONTENT} characters
 * @param address where, 1 to {@link #ADDRESS} characters
 * @param street the street or town that the address belongs to, null where nobody knows
 * @param position null where it was not pointed at
 * @param subjectName who pollutes, null where the reporter does not know
 * @param subtype null for anything but water, and where it is not known
 * @param occurredOn the day, null where it was not told
 * @param wish what the reporter wants, null if nothing in particular
 */
public record Matter(
        String content,
        String address,
        @Nullable String street,
        @Nullable Position position,
        @Nullable String subjectName,
        PollutionType type,
        @Nullable WaterSubtype subtype,
        @Nullable LocalDate occurredOn,
        @Nullable String wish) {

    /**
     * A day on which it may have happened.
     *
     * @throws RuleBroken {@code complaint.occurred-later} after today, {@code input.not-a-date} before 1900
     */
    public static LocalDate occurredBy(LocalDate today, LocalDate day) {
        if (day.isAfter(today)) {
            throw RuleBroken.invalid("complaint.occurred-later");
        }
        if (day.getYear() < EARLIEST) {
            throw RuleBroken.invalid("input.not-a-date");
        }
        return day;
    }

    private static final int EARLIEST = 1900;

    /** Longest content, in characters. */
    public static final int CONTENT = 4000;

    /** Longest address, in characters. */
    public static final int ADDRESS = 200;

    /** Longest name of a street or of who pollutes, in characters. */
    public static final int NAME = 100;

    /** Longest wish, in characters. */
    public static final int WISH = 500;
}
