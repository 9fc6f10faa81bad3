package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.Verdict;
import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.Finding;
import cn.bishui.complaints.hotline.IntakeOutcome;
import cn.bishui.complaints.hotline.PollutionType;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.complaints.hotline.WaterSubtype;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What forms let people choose from, by ids in the hotline's order. */
final class Choices {

    static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::id).toList();

    static final List<String> TYPES =
            Arrays.stream(PollutionType.values()).map(PollutionType::id).toList();

    static final List<String> SUBTYPES =
            Arrays.stream(WaterSubtype.values()).map(WaterSubtype::id).toList();

    static final List<String> REACHES =
            Arrays.stream(Reach.values()).map(Reach::id).toList();

    static final List<String> FINDINGS =
            Arrays.stream(Finding.values()).map(Finding::id).toList();

    static final List<String> VERDICTS =
            Arrays.stream(Verdict.values()).map(Verdict::id).toList();

    static final List<String> REFUSALS = Arrays.stream(IntakeOutcome.values())
            .filter(each -> !each.accepted())
            .map(IntakeOutcome::id)
            .toList();

    /** What is done about a complaint beside its moves, for the word after it. */
    static final Set<String> DONE = Set.of("told", "evidence", "urging-answered", "supervision-closed", "called");

    private Choices() {}
}
