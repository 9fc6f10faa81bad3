package cn.bishui.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.AcceptComplaint;
import cn.bishui.complaints.complaint.Acts;
import cn.bishui.complaints.complaint.AskForTime;
import cn.bishui.complaints.complaint.AssignComplaint;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.DecideResult;
import cn.bishui.complaints.complaint.DecideTime;
import cn.bishui.complaints.complaint.DraftResult;
import cn.bishui.complaints.complaint.FileRecord;
import cn.bishui.complaints.complaint.Matter;
import cn.bishui.complaints.complaint.NewComplaint;
import cn.bishui.complaints.complaint.Notice;
import cn.bishui.complaints.complaint.NoticeKind;
import cn.bishui.complaints.complaint.Notices;
import cn.bishui.complaints.complaint.Receipt;
import cn.bishui.complaints.complaint.ReceiveComplaint;
import cn.bishui.complaints.complaint.RefuseComplaint;
import cn.bishui.complaints.complaint.ReopenComplaint;
import cn.bishui.complaints.complaint.ReportAct;
import cn.bishui.complaints.complaint.RequestKey;
import cn.bishui.complaints.complaint.SendBackAnswer;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.complaint.TakeComplaint;
import cn.bishui.complaints.complaint.TellReporter;
import cn.bishui.complaints.complaint.TrackComplaint;
import cn.bishui.complaints.complaint.Unfinished;
import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.Finding;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.complaints.hotline.IntakeOutcome;
import cn.bishui.complaints.hotline.PollutionType;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.complaints.ComplaintActFound;
import cn.bishui.contracts.complaints.ComplaintAnswered;
import cn.bishui.contracts.complaints.ComplaintClosed;
import cn.bishui.contracts.complaints.ComplaintExtended;
import cn.bishui.contracts.complaints.ComplaintOverdue;
import cn.bishui.contracts.complaints.ComplaintReceived;
import cn.bishui.contracts.complaints.ComplaintRefused;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import cn.bishui.web.StaleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A complaint's way through the service, with its clocks, its facts and its reporter. */
@BishuiIT
class LifeIT {

    private static final Actor REPORTER = new Actor("reporter", null, null);
    private static final Actor OPERATOR = new Actor("operator", "ENV", null);
    private static final Actor HANDLER = new Actor("handler", "WATER", null);
    private static final Actor HEAD = new Actor("head", "WATER", null);
    private static final String UNIT = "91220202MA0Y4X0Q1X";

    private final ReceiveComplaint receive;
    private final AcceptComplaint accept;
    private final RefuseComplaint refuse;
    private final AssignComplaint assign;
    private final TakeComplaint take;
    private final AskForTime askForTime;
    private final DecideTime decideTime;
    private final DraftResult draft;
    private final DecideResult decide;
    private final SendBackAnswer sendBack;
    private final ReportAct reportAct;
    private final TellReporter tellReporter;
    private final TrackComplaint track;
    private final ReopenComplaint reopen;
    private final Unfinished unfinished;
    private final Complaints complaints;
    private final FileRecord record;
    private final Notices notices;
    private final Acts acts;
    private final FactProbe probe;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    LifeIT(
            ReceiveComplaint receive,
            AcceptComplaint accept,
            RefuseComplaint refuse,
            AssignComplaint assign,
            TakeComplaint take,
            AskForTime askForTime,
            DecideTime decideTime,
            DraftResult draft,
            DecideResult decide,
            SendBackAnswer sendBack,
            ReportAct reportAct,
            TellReporter tellReporter,
            TrackComplaint track,
            ReopenComplaint reopen,
            Unfinished unfinished,
            Complaints complaints,
            FileRecord record,
            Notices notices,
            Acts acts,
            FactProbe probe,
            SettableClock clock,
            JdbcClient jdbc) {
        this.receive = receive;
        this.accept = accept;
        this.refuse = refuse;
        this.assign = assign;
        this.take = take;
        this.askForTime = askForTime;
        this.decideTime = decideTime;
        this.draft = draft;
        this.decide = decide;
        this.sendBack = sendBack;
        this.reportAct = reportAct;
        this.tellReporter = tellReporter;
        this.track = track;
        this.reopen = reopen;
        this.unfinished = unfinished;
        this.complaints = complaints;
        this.record = record;
        this.notices = notices;
        this.acts = acts;
        this.probe = probe;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void isReceivedAcceptedAssignedExtendedAnsweredAndClosedWhenTheRightsHaveLapsed() {
        clock.setTo("2026-03-02T09:00");
        Receipt receipt = received(Reach.PAGE, null);
        UUID id = receipt.id();
        assertThat(receipt.due()).isEqualTo("2026-03-17");
        assertThat(receipt.secret()).hasSize(16);
        clock.setTo("2026-03-03T10:00");
        accept.accept(id, 0, false, OPERATOR);
        assign.assign(id, 1, "WATER", List.of("HOUSING"), OPERATOR);
        take.take(id, 2, HANDLER);
        askForTime.ask(id, 3, 30, "等检测报告", HANDLER);
        decideTime.grant(id, 4, HEAD);
        clock.setTo("2026-06-01T23:00");
        draft.draft(id, 5, result(), HANDLER);
        decide.sign(id, 6, HEAD);

        ComplaintExtended extended =
                probe.await(ComplaintExtended.class, fact -> fact.complaint().equals(id.toString()));
        assertThat(extended.due()).isEqualTo("2026-06-01");
        ComplaintAnswered answered =
                probe.await(ComplaintAnswered.class, fact -> fact.complaint().equals(id.toString()));
        assertThat(answered.inTime()).isTrue();
        assertThat(answered.bureau()).isEqualTo("WATER");
        assertThat(answered.outcome()).isEqualTo("true");

        clock.setTo("2026-07-02T00:01");
        ComplaintClosed closed =
                probe.await(ComplaintClosed.class, fact -> fact.complaint().equals(id.toString()));
        assertThat(closed.bureau()).isEqualTo("WATER");
        assertThat(state(id)).isEqualTo(ComplaintSheet.State.CLOSED);
        assertThat(jdbc.sql("select count(*) from alarm where subject = :subject")
                        .param("subject", "complaint/" + id)
                        .query((row, _) -> row.getInt(1))
                        .single())
                .isZero();
    }

    @Test
    void isBroughtToTheSupervisorWhenItIsDueAndThenToTheHeadAssignedOrNot() {
        clock.setTo("2026-03-02T09:00");
        UUID id = received(Reach.PAGE, null).id();
        clock.setTo("2026-03-18T00:00");
        ComplaintOverdue overdue =
                probe.await(ComplaintOverdue.class, fact -> fact.complaint().equals(id.toString()));
        assertThat(overdue.clock()).isEqualTo(HotlineClocks.TELL);
        assertThat(overdue.bureau()).isNull();
        assertThat(overdue.due()).isEqualTo("2026-03-17");
        clock.setTo("2026-03-19T08:31");
        await().untilAsserted(() -> assertThat(record.reminders(id))
                .extracting(FileRecord.Told::tells)
                .contains("supervisor", "head"));
        assertThat(probe.heard(ComplaintOverdue.class).stream()
                        .filter(fact -> fact.complaint().equals(id.toString())))
                .hasSize(1);
    }

    @Test
    void theTimeToTellGoesOnUntilThePhoneCallIsMade() {
        clock.setTo("2026-03-02T09:00");
        UUID id = received(Reach.PHONE, null).id();
        refuse.refuse(id, 0, IntakeOutcome.OTHER_DEPARTMENT, "请向区住建局反映，电话见政府网站。", null, OPERATOR);
        assertThat(complaint(id).file().clocks().running()).hasSize(1);
        UUID notice = notices.waiting(id).getFirst().id();
        clock.setTo("2026-03-05T09:00");
        tellReporter.note(notice, true, "已告知", OPERATOR);
        assertThat(complaint(id).file().clocks().running()).isEmpty();
        assertThat(notices.waiting(id)).isEmpty();
        assertThatThrownBy(() -> tellReporter.note(notice, true, null, OPERATOR))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void aRefusalThatWasOverturnedIsToldToNobody() {
        clock.setTo("2026-03-02T09:00");
        UUID id = received(Reach.PHONE, null).id();
        refuse.refuse(id, 0, IntakeOutcome.OTHER_DEPARTMENT, "请向区住建局反映。", null, OPERATOR);
        UUID refusal = notices.waiting(id).getFirst().id();
        accept.overturn(id, 1, "属于本部门职责", new Actor("supervisor", "GOV", null));
        assertThat(notices.waiting(id)).extracting(Notice::kind).containsExactly(NoticeKind.ACCEPTED);
        assertThatThrownBy(() -> tellReporter.note(refusal, true, null, OPERATOR))
                .isInstanceOf(RuleBroken.class);
        assertThat(complaint(id).file().clocks().latest(HotlineClocks.TELL))
                .hasValueSatisfying(tell -> assertThat(tell.isRunning()).isTrue());
    }

    @Test
    void whatIsLateIsBroughtToSomebodyWhoSeesItWhateverItsState() {
        clock.setTo("2026-03-02T09:00");
        Receipt untouched = received(Reach.PAGE, null);
        Receipt untold = received(Reach.PHONE, null);
        refuse.refuse(untold.id(), 0, IntakeOutcome.OTHER_DEPARTMENT, "请向区住建局反映。", null, OPERATOR);
        Receipt urgent = received(Reach.PAGE, null);
        accept.accept(urgent.id(), 0, true, OPERATOR);
        Sight hotline = new Sight("ENV", true);
        assertThat(unfinished.urgent(1000).rows())
                .extracting(Unfinished.Task::number)
                .contains(urgent.number());
        clock.setTo("2026-03-20T08:31");
        await().untilAsserted(
                        () -> assertThat(escalated("head", hotline)).contains(untouched.number(), untold.number()));
        assertThat(escalated("supervisor", Sight.ALL)).contains(untouched.number(), untold.number());
        assertThat(escalated("head", new Sight("EDU", false))).doesNotContain(untouched.number(), untold.number());

        tellReporter.note(notices.waiting(untold.id()).getFirst().id(), true, null, OPERATOR);
        assertThat(escalated("head", hotline)).doesNotContain(untold.number());
    }

    @Test
    void whatWasLateOnceIsNotLateWhenItBeginsAgain() {
        clock.setTo("2026-03-02T09:00");
        Receipt receipt = received(Reach.PAGE, null);
        UUID id = receipt.id();
        accept.accept(id, 0, false, OPERATOR);
        assign.assign(id, 1, "WATER", List.of(), OPERATOR);
        take.take(id, 2, HANDLER);
        clock.setTo("2026-05-05T09:00");
        await().untilAsserted(
                        () -> assertThat(escalated("supervisor", Sight.ALL)).contains(receipt.number()));
        draft.draft(id, 3, result(), HANDLER);
        decide.sign(id, 4, HEAD);
        assertThat(escalated("supervisor", Sight.ALL)).doesNotContain(receipt.number());
        reopen.reopen(id, "还在排", REPORTER);
        assertThat(escalated("supervisor", Sight.ALL)).doesNotContain(receipt.number());
    }

    private List<String> escalated(String tells, Sight sight) {
        return unfinished.escalated(tells, sight, clock.instant(), 10_000).rows().stream()
                .map(Unfinished.Task::number)
                .toList();
    }

    @Test
    void anAnswerThatWasTakenBackIsToldToNobodyAndBeginsNoRight() {
        clock.setTo("2026-03-02T09:00");
        UUID id = received(Reach.PHONE, null).id();
        accept.accept(id, 0, false, OPERATOR);
        tellReporter.note(notices.waiting(id).getFirst().id(), true, null, OPERATOR);
        assign.assign(id, 2, "WATER", List.of(), OPERATOR);
        take.take(id, 3, HANDLER);
        draft.draft(id, 4, result(), HANDLER);
        decide.sign(id, 5, HEAD);
        UUID first = notices.waiting(id).getFirst().id();
        sendBack.sendBack(id, 6, "未查明", new Actor("supervisor", "GOV", null));
        assertThat(notices.waiting(id)).isEmpty();
        assertThatThrownBy(() -> tellReporter.note(first, true, null, OPERATOR)).isInstanceOf(RuleBroken.class);
        draft.draft(id, 7, result(), HANDLER);
        decide.sign(id, 8, HEAD);
        assertThat(complaint(id).file().clocks().latest(HotlineClocks.REEXAMINE))
                .isEmpty();
        tellReporter.note(notices.waiting(id).getFirst().id(), true, null, OPERATOR);
        assertThat(complaint(id).file().clocks().latest(HotlineClocks.REEXAMINE))
                .isPresent();
    }

    @Test
    void aRepeatIsLinkedToTheFirstOfAllAndLosesNothing() {
        Receipt first = received(Reach.PAGE, null);
        Receipt second = received(Reach.PAGE, null);
        Receipt third = received(Reach.PAGE, null);
        assertThatThrownBy(() -> refuse.refuse(second.id(), 0, IntakeOutcome.REPEAT, "已受理", first.number(), OPERATOR))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo("complaint.first-not-worked-on"));
        accept.accept(first.id(), 0, false, OPERATOR);
        assertThatThrownBy(
                        () -> refuse.refuse(second.id(), 0, IntakeOutcome.UNSATISFIED, "已答复", first.number(), OPERATOR))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo("complaint.first-not-answered"));
        refuse.refuse(second.id(), 0, IntakeOutcome.REPEAT, "已受理", first.number(), OPERATOR);
        refuse.refuse(third.id(), 0, IntakeOutcome.REPEAT, "已受理", second.number(), OPERATOR);
        assertThat(record.linkedTo(first.id(), 50))
                .extracting(FileRecord.Linked::number)
                .containsExactly(second.number(), third.number());
        ComplaintRefused told = probe.await(
                ComplaintRefused.class,
                fact -> fact.complaint().equals(third.id().toString()));
        assertThat(told.linkedTo()).isEqualTo(first.id().toString());
    }

    @Test
    void whoSawAnOlderVersionMovesNothing() {
        UUID id = received(Reach.PAGE, null).id();
        accept.accept(id, 0, false, OPERATOR);
        assertThatThrownBy(() -> accept.accept(id, 0, false, OPERATOR)).isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> accept.accept(id, 1, false, OPERATOR))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo("complaint.state"));
    }

    @Test
    void theSameRequestSentTwiceAtOnceIsOneComplaint() throws Exception {
        RequestKey key = new RequestKey(UUID.randomUUID().toString(), "the same");
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Receipt>> answers;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = List.of(
                    senders.submit(() -> {
                        start.await();
                        return received(Reach.PAGE, key);
                    }),
                    senders.submit(() -> {
                        start.await();
                        return received(Reach.PAGE, key);
                    }));
            start.countDown();
        }
        assertThat(answers.getFirst().get().secret())
                .isEqualTo(answers.getLast().get().secret());
        String number = answers.getFirst().get().number();
        assertThat(answers.getLast().get().number()).isEqualTo(number);
        probe.await(ComplaintReceived.class, fact -> fact.number().equals(number));
        assertThat(probe.heard(ComplaintReceived.class)).hasSize(1);
        RequestKey other = new RequestKey(key.key(), "another");
        assertThatThrownBy(() -> received(Reach.PAGE, other))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo("complaint.request-differs"));
    }

    @Test
    void isTrackedByItsSecretAndAWrongOneIsLikeAnUnknownNumber() {
        Receipt receipt = received(Reach.PAGE, null);
        String typed = receipt.secret().toLowerCase(Locale.ROOT).replaceFirst("(.{4})", "$1-");
        assertThat(track.track(" " + receipt.number(), typed).file().id()).isEqualTo(receipt.id());
        assertThatThrownBy(() -> track.track(receipt.number(), "AAAABBBBCCCCDDDD"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo("complaint.unknown"));
        assertThatThrownBy(() -> track.track("JB-2026-9999999", receipt.secret()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo("complaint.unknown"));
    }

    @Test
    void anActThatTheInvestigationFoundIsFollowedThroughEnforcement() {
        UUID id = received(Reach.PAGE, null).id();
        accept.accept(id, 0, true, OPERATOR);
        assign.assign(id, 1, "WATER", List.of(), OPERATOR);
        take.take(id, 2, HANDLER);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        reportAct.report(id, UNIT, "示例纸业", null, "私设暗管排放", today, HANDLER);
        assertThatThrownBy(() -> reportAct.report(id, UNIT, "示例纸业", null, "私设暗管排放", today, HANDLER))
                .isInstanceOf(RuleBroken.class);
        ComplaintActFound found =
                probe.await(ComplaintActFound.class, fact -> fact.complaint().equals(id.toString()));
        assertThat(found.act()).isEqualTo("私设暗管排放");

        String clue = UUID.randomUUID().toString();
        probe.send(new ClueOpened(
                clue,
                "XS-2026-0042",
                UNIT,
                "示例纸业",
                null,
                null,
                today.plusDays(21),
                false,
                Instant.now(),
                id.toString()));
        await().untilAsserted(
                        () -> assertThat(acts.of(id).orElseThrow().clueNumber()).isEqualTo("XS-2026-0042"));
        probe.send(new CaseFiled(clue, "LA-2026-0007", UNIT, "示例纸业", Instant.now()));
        await().untilAsserted(
                        () -> assertThat(acts.of(id).orElseThrow().cameTo()).isEqualTo("case-filed"));
    }

    private Receipt received(Reach reach, @Nullable RequestKey key) {
        Matter matter = new Matter("河水发黑有异味", "示例街1号", "示例街道", null, "示例纸业", PollutionType.WATER, null, null, null);
        return receive.receive(
                new NewComplaint(reach == Reach.PHONE ? Channel.PHONE : Channel.WEB, matter, reach, false, null, null),
                key,
                REPORTER,
                _ -> {});
    }

    private static DraftResult.Draft result() {
        return new DraftResult.Draft(Finding.CONFIRMED, "现场检查、采样", "超标排放", "责令改正", "您反映的情况属实。");
    }

    private Complaint complaint(UUID id) {
        return complaints.find(id).orElseThrow();
    }

    private ComplaintSheet.State state(UUID id) {
        return ComplaintSheet.of(complaint(id)).state();
    }
}
