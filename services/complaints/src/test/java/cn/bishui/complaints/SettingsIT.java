package cn.bishui.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** A district that has no gateway for short messages and lets complaints be opened again for longer than the law knows. */
@BishuiIT
@TestPropertySource(properties = {"bishui.complaints.sms=none", "bishui.complaints.reopen-days=45"})
class SettingsIT {

    private final ComplaintsClient client;
    private final Complaints complaints;
    private final SettableClock clock;

    SettingsIT(Environment environment, Complaints complaints, SettableClock clock) {
        this.client = new ComplaintsClient(environment);
        this.complaints = complaints;
        this.clock = clock;
    }

    @Test
    void nobodyIsPromisedAMessage() {
        assertThat(client.get(ComplaintsClient.OPERATOR, "/complaints/intake").body())
                .contains("value=\"phone\"")
                .doesNotContain("value=\"sms\"");
        Map<String, Object> told = ComplaintsClient.told();
        told.put("reporterPhone", "13800000078");
        told.put("reach", "sms");
        ComplaintsClient.Answer refused = client.post(ComplaintsClient.OPERATOR, "/complaints", told);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("\"reach\"", "没有接通短信平台");
        told.put("reach", "phone");
        client.takeDown(told);
    }

    @Test
    void anAnswerStaysOpenAsLongAsItMayBeOpenedAgain() {
        clock.setTo("2034-03-01T09:00");
        ComplaintsClient.Taken reopened = client.answered();
        ComplaintsClient.Taken left = client.answered();
        clock.setTo("2034-04-01T09:00");
        awaitLapse(reopened);
        awaitLapse(left);
        clock.setTo("2034-04-10T09:00");
        ComplaintsClient.Answer again = client.form(
                "",
                "/12369/track/reopening",
                Map.of("number", reopened.number(), "secret", reopened.secret(), "again", "又排黑水"));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(complaint(reopened)).isInstanceOf(Complaint.Assigned.class);
        assertThat(complaint(left)).isInstanceOf(Complaint.Answered.class);
        clock.setTo("2034-04-16T00:01");
        await().untilAsserted(() -> assertThat(complaint(left)).isInstanceOf(Complaint.Closed.class));
    }

    /** Its right to ask is over, and that was noticed. */
    private void awaitLapse(ComplaintsClient.Taken taken) {
        await().untilAsserted(() -> assertThat(complaint(taken)
                        .file()
                        .clocks()
                        .latest(HotlineClocks.REEXAMINE)
                        .orElseThrow()
                        .toldUntil())
                .isNotNull());
        assertThat(complaint(taken)).isInstanceOf(Complaint.Answered.class);
    }

    private Complaint complaint(ComplaintsClient.Taken taken) {
        return complaints.numbered(taken.number()).orElseThrow();
    }
}
