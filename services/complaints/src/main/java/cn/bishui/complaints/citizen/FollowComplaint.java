package cn.bishui.complaints.citizen;

import cn.bishui.clocks.RunningClock;
import cn.bishui.complaints.complaint.AddedFacts;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.ReopenComplaint;
import cn.bishui.complaints.complaint.Step;
import cn.bishui.complaints.complaint.Steps;
import cn.bishui.complaints.complaint.TrackComplaint;
import cn.bishui.complaints.evidence.EvidenceList;
import cn.bishui.complaints.hotline.HotlineClocks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a reporter how far the complaint is, and what can be done now. */
@Service
public class FollowComplaint {

    private static final Progress.Possible NOTHING = new Progress.Possible(false, false, null, null, null);

    /** Steps that say what the other reporter did, and change nothing. */
    private static final Set<String> OF_THE_REPORTER = Set.of("added", "rated");

    private final TrackComplaint trackComplaint;
    private final Complaints complaints;
    private final Steps steps;
    private final AddedFacts facts;
    private final EvidenceList evidence;
    private final ReopenComplaint reopenComplaint;
    private final Clock clock;

    FollowComplaint(
            TrackComplaint trackComplaint,
            Complaints complaints,
            Steps steps,
            AddedFacts facts,
            EvidenceList evidence,
            ReopenComplaint reopenComplaint,
            Clock clock) {
        this.trackComplaint = trackComplaint;
        this.complaints = complaints;
        this.steps = steps;
        this.facts = facts;
        this.evidence = evidence;
        this.reopenComplaint = reopenComplaint;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param secret as typed
     * @throws cn.bishui.contracts.RuleBroken {@code complaint.unknown}, for a wrong secret as for a wrong number
     */
    @Transactional(readOnly = true)
    public Progress follow(String number, String secret) {
        Complaint complaint = trackComplaint.track(number, TypedSecret.read(secret));
        ComplaintSheet sheet = ComplaintSheet.of(complaint);
        UUID id = sheet.file().id();
        Optional<RunningClock> leading = sheet.file().clocks().leading();
        String reporter = Reporter.ACTOR.username();
        return new Progress(
                id,
                sheet.file().number(),
                sheet.file().receivedAt(),
                sheet.state(),
                leading.map(RunningClock::lastDay).orElse(null),
                leading.map(RunningClock::provisional).orElse(false),
                steps.of(id),
                first(complaint),
                new Progress.Own(
                        sheet.file().matter(),
                        facts.of(id).stream()
                                .filter(fact -> fact.by().equals(reporter))
                                .toList(),
                        evidence.of(id).stream()
                                .filter(file -> file.by().equals(reporter))
                                .toList()),
                possible(complaint, clock.instant()));
    }

    private Progress.@Nullable First first(Complaint complaint) {
        if (!(complaint instanceof Complaint.Refused refused)
                || refused.refusal().first() == null) {
            return null;
        }
        UUID id = refused.refusal().first();
        return complaints
                .find(id)
                .map(ComplaintSheet::of)
                .map(sheet -> new Progress.First(
                        sheet.state(),
                        sheet.file()
                                .clocks()
                                .leading()
                                .map(RunningClock::lastDay)
                                .orElse(null),
                        steps.of(id).stream()
                                .filter(step -> !OF_THE_REPORTER.contains(step.what()))
                                .map(step -> new Step(step.at(), step.what(), step.bureau(), step.due(), null))
                                .toList()))
                .orElse(null);
    }

    private Progress.Possible possible(Complaint complaint, Instant now) {
        return switch (complaint) {
            case Complaint.Closed _ -> NOTHING;
            case Complaint.Answered answered ->
                new Progress.Possible(
                        true,
                        answered.rating() == null,
                        answered.reexamination() == null ? until(answered, HotlineClocks.REEXAMINE, now) : null,
                        answered.reexamination() == null ? null : until(answered, HotlineClocks.REVIEW, now),
                        reopenComplaint.mayReopen(answered, now) ? reopenComplaint.lastDay(answered) : null);
            case Complaint.Received _,
                    Complaint.Refused _,
                    Complaint.Accepted _,
                    Complaint.Assigned _,
                    Complaint.Objected _,
                    Complaint.Investigating _,
                    Complaint.Drafted _,
                    Complaint.Reexamining _,
                    Complaint.Reviewing _ -> new Progress.Possible(true, false, null, null, null);
        };
    }

    private static @Nullable LocalDate until(Complaint.Answered answered, String clock, Instant now) {
        return answered.file()
                .clocks()
                .open(clock, now)
                .map(RunningClock::lastDay)
                .orElse(null);
    }
}
