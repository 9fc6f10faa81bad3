package cn.bishui.monitoring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogbookTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Logbook logbook = new Logbook();

    private void reject(String remote, int number) {
        logbook.rejected(new RejectedBytes("bad-crc", remote, new byte[] {(byte) number}, 10, NOON));
    }

    @Test
    void countsExactlyAndKeepsTheLatestFramesOfASource() {
        for (int i = 0; i < 100; i++) {
            reject("10.0.0.1", i);
        }
        Logbook.Page page = logbook.take();
        assertThat(page.counts().values()).containsExactly(new Logbook.Count(100, 1000));
        assertThat(page.frames()).hasSize(Logbook.KEPT_FRAMES);
        assertThat(page.frames().getLast().raw()).containsExactly(99);
    }

    @Test
    void countsTooManySourcesTogether() {
        for (int i = 0; i < 5000; i++) {
            reject("10.0.0." + i, 1);
            logbook.refused(RefusalReason.UNKNOWN_DEVICE, "mn" + i, "2011", "10.0.0.1", NOON);
        }
        Logbook.Page page = logbook.take();
        assertThat(page.counts()).hasSizeLessThan(2100);
        assertThat(page.counts().values().stream()
                        .mapToLong(Logbook.Count::frames)
                        .sum())
                .isEqualTo(5000);
        assertThat(page.refusals()).hasSizeLessThan(2100);
        assertThat(page.refusals().values().stream()
                        .mapToLong(Logbook.Seen::packets)
                        .sum())
                .isEqualTo(5000);
        assertThat(page.frames()).hasSizeLessThan(2100);
    }

    @Test
    void losesNothingThatCouldNotBeWritten() {
        logbook.refused(RefusalReason.WRONG_PASSWORD, "mn", "2011", "10.0.0.1", NOON);
        reject("10.0.0.1", 1);
        Logbook.Page unwritten = logbook.take();
        logbook.refused(RefusalReason.WRONG_PASSWORD, "mn", "2031", "10.0.0.1", NOON.plusSeconds(1));
        reject("10.0.0.1", 2);
        logbook.heard("mn", NOON);
        logbook.putBack(unwritten);

        Logbook.Page page = logbook.take();
        assertThat(page.refusals().values()).containsExactly(new Logbook.Seen(2, "2031", NOON, NOON.plusSeconds(1)));
        assertThat(page.counts().values()).containsExactly(new Logbook.Count(2, 20));
        assertThat(page.frames()).hasSize(2);
        assertThat(page.heard()).containsEntry("mn", NOON);
        assertThat(logbook.take().isEmpty()).isTrue();
    }

    @Test
    void masksPasswords() {
        byte[] raw = "##0101QN=1;CN=2011;PW=123456;MN=1;PW=abc".getBytes(StandardCharsets.US_ASCII);
        assertThat(new String(RawBytes.masked(raw), StandardCharsets.US_ASCII))
                .isEqualTo("##0101QN=1;CN=2011;PW=******;MN=1;PW=***");
        assertThat(RawBytes.masked(new byte[] {'P', 'W'})).containsExactly('P', 'W');
    }

    @Test
    void leavesEncryptedDataAsTheyCame() {
        byte[] raw = "##0100QN=1;PW=123456;CP=&&aPW=\u0001\u0002;b&&0000##0010PW=987654;CP=&&NewPW=222222&&"
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(new String(RawBytes.masked(raw), StandardCharsets.US_ASCII))
                .isEqualTo("##0100QN=1;PW=******;CP=&&aPW=\u0001\u0002;b&&0000##0010PW=******;CP=&&NewPW=******&&");
    }
}
