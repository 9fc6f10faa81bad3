package cn.bishui.complaints.complaint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The complaints on file. */
public interface Complaints {

    /** The number of the next one, such as {@code JB-2026-0000123}. */
    String nextNumber(int year);

    Optional<Complaint> find(UUID id);

    /** The complaint of that number. */
    Optional<Complaint> numbered(String number);

    /** Finds a complaint and keeps it from changing until the transaction ends. */
    Optional<Complaint> lock(UUID id);

    /** Adds a new one, with what its number's secret is checked against. */
    void add(Complaint.Received complaint, byte[] secretHash);

    /** What opens the complaint of that number to its reporter. */
    Optional<Access> access(String number);

    /** What the secret of a complaint is checked against. */
    Optional<byte[]> secretHash(UUID id);

    /**
     * Keeps a moved complaint, whose version is one higher than that on file.
     *
     * @throws cn.bishui.web.StaleVersion if somebody else was faster
     */
    void save(Complaint complaint);

    /** Keeps the clocks of a complaint that is locked and did not move. */
    void saveClocks(Complaint complaint);

    /** Those with a running clock that was counted over days no notice had settled. */
    List<UUID> provisional();

    /**
     * What opens a complaint to its reporter.
     *
     * @param secretHash what the secret is checked against
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Access(UUID id, byte[] secretHash) {}

    /** What was answered before the complaint began again, the last first: result, rating and what was asked for. */
    List<ComplaintSheet.Parts> earlierAnswers(UUID id);
}
