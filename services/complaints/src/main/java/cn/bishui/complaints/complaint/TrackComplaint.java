package cn.bishui.complaints.complaint;

import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a reporter see a complaint, by its number and its secret. */
@Service
public class TrackComplaint {

    private final Complaints complaints;

    TrackComplaint(Complaints complaints) {
        this.complaints = complaints;
    }

    /**
     * The complaint.
     *
     * @throws RuleBroken {@code complaint.unknown}, for a wrong secret as for a wrong number
     */
    @Transactional(readOnly = true)
    public Complaint track(String number, String secret) {
        Complaint complaint = complaints.numbered(number.strip().toUpperCase(Locale.ROOT)).orElse(null);
        byte[] hash = complaint == null
                ? SecretHash.of("")
                : complaints.secretHash(complaint.file().id()).orElseThrow(Complaint::unknown);
        if (!SecretHash.matches(hash, secret) || complaint == null) {
            throw Complaint.unknown();
        }
        return complaint;
    }
}
