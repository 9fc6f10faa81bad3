package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.AddedFact;
import cn.bishui.complaints.complaint.AddedFacts;
import cn.bishui.complaints.complaint.FileRecord;
import cn.bishui.complaints.evidence.Evidence;
import cn.bishui.complaints.evidence.EvidenceList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The complaints that repeat one, with all that came with them: nothing new is lost. */
@Component
class Repeats {

    /** More are counted and not shown. */
    static final int MOST = 50;

    private final FileRecord record;
    private final AddedFacts facts;
    private final EvidenceList evidence;

    Repeats(FileRecord record, AddedFacts facts, EvidenceList evidence) {
        this.record = record;
        this.facts = facts;
        this.evidence = evidence;
    }

    /** One of them. */
    record Repeat(
            UUID id,
            String number,
            Instant receivedAt,
            String content,
            List<AddedFact> facts,
            List<Evidence> evidence) {}

    /**
     * The newest of them, the oldest of those first.
     *
     * @param total how many there are
     */
    record Shown(List<Repeat> newest, int total) {}

    /** As many questions to the database whether there is one or a thousand. */
    Shown of(UUID complaint) {
        List<FileRecord.Linked> linked = record.linkedTo(complaint, MOST);
        List<UUID> ids = linked.stream().map(FileRecord.Linked::id).toList();
        Map<UUID, List<AddedFact>> told = facts.ofAll(ids);
        Map<UUID, List<Evidence>> kept = evidence.ofAll(ids);
        return new Shown(
                linked.stream()
                        .map(each -> new Repeat(
                                each.id(),
                                each.number(),
                                each.receivedAt(),
                                each.content(),
                                told.getOrDefault(each.id(), List.of()),
                                kept.getOrDefault(each.id(), List.of())))
                        .toList(),
                linked.size() < MOST ? linked.size() : record.countLinkedTo(complaint));
    }
}
