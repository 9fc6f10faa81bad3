package cn.bishui.complaints.supervision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The urgings on file. */
public interface Urgings {

    void add(Urging urging);

    /** One of them, kept from changing until the transaction ends. */
    Optional<Urging> lock(UUID id);

    void answered(UUID id, Urging.Answer answer);

    /** Those of a complaint, newest first. */
    List<Urging> of(UUID complaint);
}
