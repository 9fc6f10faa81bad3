package cn.bishui.complaints.complaint;

import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a reporter see a complaint, by its number and its secret. */
@Service
public class TrackComplaint {

    private static final byte[] NOBODY = SecretHash.of("");

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
        Complaints.Access access =
                complaints.access(number.strip().toUpperCase(Locale.ROOT)).orElse(null);
        // the same work for a wrong secret as for a wrong number, so that the time it takes tells neither
        byte[] hash = access == null ? NOBODY : access.secretHash();
        if (!SecretHash.matches(hash, secret) || access == null) {
            throw Complaint.unknown();
        }
        return complaints.find(access.id()).orElseThrow(Complaint::unknown);
    }
}
