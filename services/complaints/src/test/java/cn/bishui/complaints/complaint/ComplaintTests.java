package cn.bishui.complaints.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.RunningClock;
import cn.bishui.clocks.WorkingDays;
import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.Finding;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.complaints.hotline.HotlineStep;
import cn.bishui.complaints.hotline.IntakeOutcome;
import cn.bishui.complaints.hotline.PollutionType;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComplaintTests {

    private static final LegalClocks LAW = new LegalClocks(WorkingDays.china());

    private static final Actor OPERATOR = new Actor("operator", "ENV", null);
    private static final Actor SUPERVISOR = new Actor("supervisor", "GOV", null);
    private static final Actor SUPERVISOR_2 = new Actor("supervisor-2", "GOV", null);
    private static final Actor HANDLER = new Actor("handler", "WATER", null);
    private static final Actor COLLEAGUE = new Actor("colleague", "WATER", null);
    private static final Actor HEAD = new Actor("head", "WATER", null);
    private static final Actor STRANGER = new Actor("stranger", "HOUSING", null);
    private static final Actor REPORTER = new Actor("reporter", null, null);

    /** A Monday morning. */
    private static final Instant MARCH_2 = at("2026-03-02T09:00");

    @Test
    void gives15DaysToTellWhetherItIsAccepted() {
        Complaint.Received received = received(Reach.PHONE);
        assertThat(due(received, HotlineClocks.TELL)).isEqualTo("2026-03-17");
        assertThat(received.file().clocks().all()).hasSize(1);
    }

    @Test
    void gives3WorkingDaysToAssignAnd60DaysToFinishOnceAccepted() {
        Complaint.Accepted accepted = received(Reach.PAGE).accept(false, move(OPERATOR, "2026-03-05T16:00"));
        assertThat(due(accepted, HotlineClocks.ASSIGN)).isEqualTo("2026-03-10");
        assertThat(due(accepted, HotlineClocks.PASS)).isEqualTo("2026-03-10");
        assertThat(due(accepted, HotlineClocks.FINISH)).isEqualTo("2026-05-04");
    }

    @Test
    void theTimeToTellEndsWhenItIsDecidedOnlyWhereTheReporterLearnsThatAtOnce() {
        Complaint onPage = received(Reach.PAGE).accept(false, move(OPERATOR, "2026-03-05T16:00"));
        assertThat(runs(onPage, HotlineClocks.TELL)).isFalse();
        Complaint nowhere = received(Reach.NONE).accept(false, move(OPERATOR, "2026-03-05T16:00"));
        assertThat(runs(nowhere, HotlineClocks.TELL)).isFalse();
        Complaint byPhone = received(Reach.PHONE).accept(false, move(OPERATOR, "2026-03-05T16:00"));
        assertThat(runs(byPhone, HotlineClocks.TELL)).isTrue();
    }

    @Test
    void aSuperiorsDayComesFirstWhereItIsEarlier() {
        Complaint.Received earlier = received(Reach.PLATFORM, LocalDate.of(2026, 3, 20));
        assertThat(due(earlier.accept(false, move(OPERATOR, "2026-03-03T10:00")), HotlineClocks.FINISH))
                .isEqualTo("2026-03-20");
        Complaint.Received later = received(Reach.PLATFORM, LocalDate.of(2026, 8, 20));
        assertThat(due(later.accept(false, move(OPERATOR, "2026-03-03T10:00")), HotlineClocks.FINISH))
                .isEqualTo("2026-05-02");
    }

    @Test
    void isAcceptedAfterASuperiorsDayToo() {
        Complaint.Received late = received(Reach.PLATFORM, LocalDate.of(2026, 3, 3));
        assertThat(due(late.accept(false, move(OPERATOR, "2026-03-05T10:00")), HotlineClocks.FINISH))
                .isEqualTo("2026-03-05");
    }

    @Test
    void isRefusedAsARepeatOnlyWithTheFirst() {
        Complaint.Received received = received(Reach.PAGE);
        Move move = move(OPERATOR, "2026-03-03T10:00");
        broken("complaint.first-missing", () -> received.refuse(IntakeOutcome.REPEAT, "已受理", null, move));
        broken(
                "complaint.first-itself",
                () -> received.refuse(
                        IntakeOutcome.REPEAT, "已受理", received.file().id(), move));
        broken("complaint.outcome", () -> received.refuse(IntakeOutcome.ACCEPT, "", null, move));
        Complaint.Refused refused = received.refuse(IntakeOutcome.OTHER_DEPARTMENT, "请向区住建局反映", null, move);
        assertThat(refused.file().clocks().running()).isEmpty();
    }

    @Test
    void nobodyOverturnsAnOwnRefusal() {
        Complaint.Refused refused = received(Reach.PAGE)
                .refuse(IntakeOutcome.LEGAL_ROUTE, "请依法起诉", null, move(SUPERVISOR, "2026-03-03T10:00"));
        broken("complaint.four-eyes", () -> refused.overturn(move(SUPERVISOR, "2026-03-04T10:00")));
        assertThat(due(refused.overturn(move(SUPERVISOR_2, "2026-03-04T10:00")), HotlineClocks.FINISH))
                .isEqualTo("2026-05-03");
    }

    @Test
    void theBureauAnswersForTheClocksItWasGiven() {
        Complaint.Assigned assigned = assigned("WATER");
        assertThat(clock(assigned, HotlineClocks.FINISH).holder()).isEqualTo("WATER");
        assertThat(clock(assigned, HotlineClocks.PASS).holder()).isEqualTo("WATER");
        assertThat(clock(assigned, HotlineClocks.OBJECT).holder()).isEqualTo("WATER");
        assertThat(runs(assigned, HotlineClocks.ASSIGN)).isFalse();
    }

    @Test
    void onlyTheAssignedBureauMovesIt() {
        Complaint.Assigned assigned = assigned("WATER");
        Move move = move(STRANGER, "2026-03-04T10:00");
        broken("complaint.unknown", () -> assigned.take(move));
        broken("complaint.unknown", () -> assigned.object("不归我们", move));
        Complaint.Investigating investigating = assigned.take(move(HANDLER, "2026-03-04T10:00"));
        broken("complaint.unknown", () -> investigating.takeOver(move));
        broken("complaint.unknown", () -> investigating.draft(result("stranger"), move));
        broken("complaint.unknown", () -> investigating.askForTime(10, "等检测", move));
        Complaint.Drafted drafted = investigating.draft(result("handler"), move(HANDLER, "2026-03-10T10:00"));
        broken("complaint.unknown", () -> drafted.sign(move));
        broken("complaint.unknown", () -> drafted.sendBack("不清楚", move));
    }

    @Test
    void aBureauObjectsWithin5WorkingDaysAndNotAfterTheSuperiorHasDecided() {
        Complaint.Assigned assigned = assigned("WATER"); // on Tuesday, 3 March
        broken("complaint.objection-late", () -> assigned.object("不归我们", move(HEAD, "2026-03-11T00:00")));
        Complaint.Objected objected = assigned.object("不归我们", move(HEAD, "2026-03-10T23:59"));
        Complaint.Assigned settled =
                objected.settle(assignment("WATER", List.of("HOUSING"), true), move(SUPERVISOR, "2026-03-11T10:00"));
        broken("complaint.settled", () -> settled.object("还是不归我们", move(HEAD, "2026-03-11T11:00")));
        assertThat(due(settled, HotlineClocks.FINISH)).isEqualTo(due(assigned, HotlineClocks.FINISH));
        assertThat(settled.assignment().involves("HOUSING")).isTrue();
        assertThat(settled.assignment().involves("LAND")).isFalse();
    }

    @Test
    void noEditAndNoMoveInBetweenTouchesTheTimeToFinish() {
        Complaint.Assigned assigned = assigned("WATER");
        RunningClock finish = clock(assigned, HotlineClocks.FINISH);
        Matter other = matter("另一条河");
        Complaint.Investigating investigating =
                assigned.with(assigned.file().withMatter(other)).take(move(HANDLER, "2026-03-04T10:00"));
        investigating = investigating.takeOver(move(COLLEAGUE, "2026-03-05T10:00"));
        Complaint.Drafted drafted = investigating.draft(result("colleague"), move(COLLEAGUE, "2026-03-06T10:00"));
        investigating = drafted.sendBack("不清楚", move(HEAD, "2026-03-07T10:00"));
        assertThat(clock(investigating, HotlineClocks.FINISH)).isEqualTo(finish);
        assertThat(investigating.handling().sentBack()).isNotNull();
        assertThat(investigating.file().version()).isEqualTo(assigned.file().version() + 5);
    }

    @Test
    void theHeadGrants30MoreDaysOnceAndNeverToThemselves() {
        Complaint.Investigating investigating = investigating();
        broken("clock.too-long", () -> investigating.askForTime(31, "等检测", move(HANDLER, "2026-04-20T10:00")));
        broken("clock.ran-out", () -> investigating.askForTime(30, "等检测", move(HANDLER, "2026-05-03T10:00")));
        Complaint.Investigating asked = investigating.askForTime(30, "等检测", move(HANDLER, "2026-04-20T10:00"));
        assertThat(due(asked, HotlineClocks.FINISH)).isEqualTo("2026-05-02");
        broken("complaint.four-eyes", () -> asked.grantTime(move(HANDLER, "2026-04-21T10:00")));
        Complaint.Investigating granted = asked.grantTime(move(HEAD, "2026-04-21T10:00"));
        assertThat(due(granted, HotlineClocks.FINISH)).isEqualTo("2026-06-01");
        broken("clock.extended", () -> granted.askForTime(5, "还不够", move(HANDLER, "2026-05-20T10:00")));
        broken("complaint.no-time-wanted", () -> granted.grantTime(move(HEAD, "2026-05-20T10:00")));
        Complaint.Investigating denied = asked.denyTime("抓紧", move(HEAD, "2026-04-21T10:00"));
        assertThat(due(denied, HotlineClocks.FINISH)).isEqualTo("2026-05-02");
        assertThat(denied.handling().wanted()).isNull();
    }

    @Test
    void noTimeIsAddedPastTheDayThatASuperiorSet() {
        Complaint.Received received = received(Reach.PAGE, LocalDate.parse("2026-04-10"));
        Complaint.Investigating investigating = received.accept(false, move(OPERATOR, "2026-03-03T09:00"))
                .assign(assignment("WATER", List.of(), false), move(OPERATOR, "2026-03-03T10:00"))
                .take(move(HANDLER, "2026-03-04T10:00"));
        assertThat(due(investigating, HotlineClocks.FINISH)).isEqualTo("2026-04-10");
        broken("complaint.superior-due", () -> investigating.askForTime(10, "等检测", move(HANDLER, "2026-04-05T10:00")));
    }

    @Test
    void theHeadSignsWhatSomebodyElseHasDrafted() {
        Complaint.Drafted drafted = investigating().draft(result("head"), move(HEAD, "2026-04-01T10:00"));
        broken("complaint.four-eyes", () -> drafted.sign(move(HEAD, "2026-04-02T10:00")));
        broken("complaint.four-eyes", () -> drafted.sendBack("再查", move(HEAD, "2026-04-02T10:00")));
    }

    @Test
    void anAnswerIsInTimeUpToTheLastMinuteOfTheLastDay() {
        Complaint.Drafted drafted = drafted();
        assertThat(drafted.sign(move(HEAD, "2026-05-02T23:59")).signed().inTime())
                .isTrue();
        assertThat(drafted.sign(move(HEAD, "2026-05-03T00:00")).signed().inTime())
                .isFalse();
    }

    @Test
    void reexaminationIsAskedForWithin30DaysOfTheAnswerAndOnce() {
        Complaint.Answered answered = drafted().sign(move(HEAD, "2026-04-02T10:00"));
        assertThat(due(answered, HotlineClocks.REEXAMINE)).isEqualTo("2026-05-02");
        broken(
                "complaint.reexamination-late",
                () -> answered.askReexamination("不服", move(REPORTER, "2026-05-03T00:00")));
        Complaint.Reexamining asked = answered.askReexamination("不服", move(REPORTER, "2026-05-02T23:59"));
        assertThat(due(asked, HotlineClocks.REEXAMINATION)).isEqualTo("2026-06-01");
        broken("complaint.four-eyes", () -> asked.rule(Verdict.UPHELD, "维持", move(HEAD, "2026-05-10T10:00")));
        broken("complaint.four-eyes", () -> asked.rule(Verdict.UPHELD, "维持", move(HANDLER, "2026-05-10T10:00")));
        Complaint.Answered ruled = asked.rule(Verdict.UPHELD, "维持", move(SUPERVISOR, "2026-05-10T10:00"));
        broken("complaint.reexamined", () -> ruled.askReexamination("还不服", move(REPORTER, "2026-05-11T10:00")));
        assertThat(due(ruled, HotlineClocks.REVIEW)).isEqualTo("2026-06-09");
    }

    @Test
    void reviewIsTheEndAndNobodyReviewsAnOwnReexamination() {
        Complaint.Answered ruled = drafted()
                .sign(move(HEAD, "2026-04-02T10:00"))
                .askReexamination("不服", move(REPORTER, "2026-04-03T10:00"))
                .rule(Verdict.AMENDED, "部分属实", move(SUPERVISOR, "2026-04-10T10:00"));
        Complaint.Reviewing asked = ruled.askReview("还不服", move(REPORTER, "2026-05-10T23:59"));
        broken("complaint.review-late", () -> ruled.askReview("还不服", move(REPORTER, "2026-05-11T00:00")));
        broken("complaint.four-eyes", () -> asked.rule(Verdict.UPHELD, "维持", move(SUPERVISOR, "2026-05-20T10:00")));
        Complaint.Closed closed = asked.rule(Verdict.UPHELD, "维持", move(SUPERVISOR_2, "2026-05-20T10:00"));
        assertThat(closed.file().clocks().running()).isEmpty();
    }

    @Test
    void aRightBeginsOnlyWhenTheAnswerWasReceived() {
        Complaint.Answered answered = received(Reach.PHONE)
                .accept(false, move(OPERATOR, "2026-03-03T10:00"))
                .assign(assignment("WATER", List.of(), false), move(OPERATOR, "2026-03-03T11:00"))
                .take(move(HANDLER, "2026-03-04T10:00"))
                .draft(result("handler"), move(HANDLER, "2026-04-01T10:00"))
                .sign(move(HEAD, "2026-04-02T10:00"));
        assertThat(answered.file().clocks().latest(HotlineClocks.REEXAMINE)).isEmpty();
        Move told = move(OPERATOR, "2026-04-08T10:00");
        Complaint.Answered received = answered.with(answered.file().after(HotlineStep.ANSWER_TOLD, told));
        assertThat(due(received, HotlineClocks.REEXAMINE)).isEqualTo("2026-05-08");
    }

    @Test
    void reopenedItGetsATimeOfItsOwnAndTheFirstOneStaysOnRecord() {
        Complaint.Answered answered = drafted().sign(move(HEAD, "2026-04-02T10:00"));
        Complaint.Assigned again = answered.reopen(move(REPORTER, "2026-04-20T10:00"));
        assertThat(due(again, HotlineClocks.FINISH)).isEqualTo("2026-06-19");
        assertThat(again.file().clocks().all().stream()
                        .filter(clock -> clock.clock().equals(HotlineClocks.FINISH)))
                .hasSize(2);
        assertThat(clock(again, HotlineClocks.FINISH).holder()).isEqualTo("WATER");
        broken("complaint.settled", () -> again.object("不归我们", move(HEAD, "2026-04-21T10:00")));
    }

    @Test
    void whatASuperiorSendsBackWasNoAnswerAndItsTimeGoesOnAsItRan() {
        Complaint.Drafted drafted = drafted();
        RunningClock before = clock(drafted, HotlineClocks.FINISH);
        Complaint.Investigating again =
                drafted.sign(move(HEAD, "2026-04-02T10:00")).sendBack("未查明", move(SUPERVISOR, "2026-04-10T10:00"));
        assertThat(clock(again, HotlineClocks.FINISH)).isEqualTo(before);
        assertThat(again.file().clocks().running()).containsExactly(before);
    }

    @Test
    void isRatedOnceFrom1To5() {
        Complaint.Answered answered = drafted().sign(move(HEAD, "2026-04-02T10:00"));
        Move move = move(REPORTER, "2026-04-03T10:00");
        broken("complaint.satisfaction", () -> new Rating(0, null, move.at()));
        broken("complaint.satisfaction", () -> new Rating(6, null, move.at()));
        Complaint.Answered rated = answered.rate(new Rating(5, null, move.at()), move);
        broken("complaint.rated", () -> rated.rate(new Rating(1, null, move.at()), move));
    }

    @Test
    void aBureauMustBeOneOfTheDistricts() {
        broken("complaint.bureau", () -> assignment("NASA", List.of(), false));
        broken("complaint.bureau", () -> assignment("WATER", List.of("CITYRIVER"), false));
        assertThat(assignment("WATER", List.of("WATER", "ENV", "ENV"), false).joint())
                .containsExactly("ENV");
    }

    @Test
    void everyStateSurvivesBeingLaidFlat() {
        Complaint.Received received = received(Reach.PAGE);
        Complaint.Assigned assigned = assigned("WATER");
        Complaint.Investigating investigating = investigating();
        Complaint.Answered answered = drafted().sign(move(HEAD, "2026-04-02T10:00"));
        Complaint.Reexamining reexamining = answered.askReexamination("不服", move(REPORTER, "2026-04-03T10:00"));
        Complaint.Answered ruled = reexamining.rule(Verdict.UPHELD, "维持", move(SUPERVISOR, "2026-04-10T10:00"));
        Complaint.Reviewing reviewing = ruled.askReview("不服", move(REPORTER, "2026-04-11T10:00"));
        List<Complaint> all = List.of(
                received,
                received.refuse(IntakeOutcome.LEGAL_ROUTE, "请起诉", null, move(OPERATOR, "2026-03-03T10:00")),
                received.accept(true, move(OPERATOR, "2026-03-03T10:00")),
                assigned,
                assigned.object("不归我们", move(HEAD, "2026-03-04T10:00")),
                investigating,
                investigating.askForTime(3, "等检测", move(HANDLER, "2026-03-06T10:00")),
                drafted(),
                answered,
                reexamining,
                ruled,
                reviewing,
                reviewing.rule(Verdict.UPHELD, "维持", move(SUPERVISOR_2, "2026-04-20T10:00")),
                answered.close(move(SUPERVISOR, "2026-05-03T10:00")));
        assertThat(all)
                .allSatisfy(
                        each -> assertThat(ComplaintSheet.of(each).complaint()).isEqualTo(each));
        assertThat(all.stream().map(each -> ComplaintSheet.of(each).state()).distinct())
                .containsExactlyInAnyOrder(ComplaintSheet.State.values());
    }

    private static Complaint.Drafted drafted() {
        return investigating().draft(result("handler"), move(HANDLER, "2026-04-01T10:00"));
    }

    private static Complaint.Investigating investigating() {
        return assigned("WATER").take(move(HANDLER, "2026-03-04T10:00"));
    }

    private static Complaint.Assigned assigned(String bureau) {
        return received(Reach.PAGE)
                .accept(false, move(OPERATOR, "2026-03-03T10:00"))
                .assign(assignment(bureau, List.of(), false), move(OPERATOR, "2026-03-03T11:00"));
    }

    private static Assignment assignment(String bureau, List<String> joint, boolean settled) {
        return new Assignment(bureau, joint, settled, "operator", at("2026-03-03T11:00"));
    }

    private static Complaint.Received received(Reach reach) {
        return received(reach, null);
    }

    private static Complaint.Received received(Reach reach, @Nullable LocalDate superiorDue) {
        Move move = new Move(REPORTER, MARCH_2, LAW);
        return new Complaint.Received(new ComplaintFile(
                        UUID.randomUUID(),
                        "JB-2026-0000001",
                        Channel.WEB,
                        MARCH_2,
                        matter("黑水入河"),
                        reach,
                        false,
                        superiorDue,
                        null,
                        ComplaintClocks.NONE,
                        0)
                .and(HotlineStep.RECEIVED, move));
    }

    private static Matter matter(String content) {
        return new Matter(content, "示例路1号", null, null, null, PollutionType.WATER, null, null, null);
    }

    private static Result result(String by) {
        return new Result(Finding.CONFIRMED, "现场", "超标", "责令改正", "属实", by, at("2026-04-01T10:00"));
    }

    private static Move move(Actor actor, String when) {
        return new Move(actor, at(when), LAW);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LegalClocks.ZONE).toInstant();
    }

    private static RunningClock clock(Complaint complaint, String clock) {
        return complaint.file().clocks().latest(clock).orElseThrow();
    }

    private static boolean runs(Complaint complaint, String clock) {
        return clock(complaint, clock).isRunning();
    }

    private static String due(Complaint complaint, String clock) {
        return clock(complaint, clock).lastDay().toString();
    }

    private static void broken(String code, ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
