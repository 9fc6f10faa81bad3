package cn.bishui.complaints.supervision;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The samples of reporters who are called. */
public interface CallBacks {

    /**
     * Draws the sample of a month from the complaints that were answered in it and whose reporters have a telephone. The
     * order is a hash of month and complaint, so that whoever repeats it gets the same sample.
     *
     * @return how many, empty if the month's was drawn before
     */
    Optional<Integer> draw(YearMonth month, int size, String by, Instant at);

    /** One of them, kept from changing until the transaction ends. */
    Optional<CallBack> lock(UUID id);

    void called(UUID id, CallBack.Call call);

    /** Those of a complaint, newest first. */
    List<CallBack> of(UUID complaint);
}
