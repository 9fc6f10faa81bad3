package cn.bishui.complaints.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.Visitor;
import cn.bishui.complaints.complaint.Matter;
import cn.bishui.complaints.complaint.NewComplaint;
import cn.bishui.complaints.complaint.ReceiveComplaint;
import cn.bishui.complaints.evidence.media.Media;
import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.PollutionType;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
class EvidenceIT {

    private static final Actor REPORTER = new Actor("reporter", null, null);

    private final CleanEvidence clean;
    private final KeepEvidence keep;
    private final EvidenceList list;
    private final EvidenceLinks links;
    private final ReceiveComplaint receive;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final Visitor visitor;

    EvidenceIT(
            CleanEvidence clean,
            KeepEvidence keep,
            EvidenceList list,
            EvidenceLinks links,
            ReceiveComplaint receive,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            SettableClock clock,
            RestTestClient http) {
        this.clean = clean;
        this.keep = keep;
        this.list = list;
        this.links = links;
        this.receive = receive;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.visitor = new Visitor(http);
    }

    private UUID keep(UUID complaint, byte[] file) {
        try (CleanFile cleaned = clean.clean(() -> new ByteArrayInputStream(file))) {
            return keep.keep(complaint, cleaned, REPORTER);
        }
    }

    /** A complaint with a photo, assigned to nobody yet. */
    private Evidence received() {
        AtomicReference<UUID> photo = new AtomicReference<>();
        receive.receive(
                new NewComplaint(
                        Channel.WEB,
                        new Matter("河水发黑", "示例街1号", "示例街道", null, "示例纸业", PollutionType.WATER, null, null, null),
                        Reach.NONE,
                        false,
                        null,
                        null),
                null,
                REPORTER,
                complaint -> photo.set(keep(complaint, Media.phonePhoto(64, 48, 6))));
        return list.named(photo.get()).orElseThrow();
    }

    private static byte[] longFilm() {
        return Media.longFilm((3 << 20) + 12_345);
    }

    @Test
    void showsAPhotoToThoseWhoMaySeeTheComplaint() throws Exception {
        Evidence photo = received();

        EntityExchangeResult<byte[]> shown = visitor.get(Visitor.OPERATOR, "/complaints/evidence/" + photo.id());
        HttpHeaders headers = shown.getResponseHeaders();
        assertThat(shown.getStatus().value()).isEqualTo(200);
        assertThat(headers.getFirst("Content-Type")).isEqualTo("image/jpeg");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Disposition"))
                .startsWith("inline; filename=\"")
                .endsWith(".jpg\"");
        assertThat(headers.getFirst("Cache-Control")).isEqualTo("private, no-store");
        assertThat(headers.getContentLength()).isEqualTo(photo.bytes());
        assertThat(sha256(shown.getResponseBody())).isEqualTo(photo.sha256());
        assertThat(new String(shown.getResponseBody(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", "GPS");

        assertThat(status(Visitor.SUPERVISOR, photo)).isEqualTo(200);
        assertThat(status(Visitor.WATER_HANDLER, photo))
                .as("not assigned to that bureau")
                .isEqualTo(404);
        assertThat(status(Visitor.IDENTITY_READER, photo))
                .as("no role to read complaints")
                .isEqualTo(403);
        assertThat(status("", photo)).isEqualTo(401);
        assertThat(visitor.get(Visitor.OPERATOR, "/complaints/evidence/" + UUID.randomUUID())
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    private int status(String token, Evidence photo) {
        return visitor.get(token, "/complaints/evidence/" + photo.id())
                .getStatus()
                .value();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void opensToACitizenByAFreshLinkOnly() {
        Evidence photo = received();
        Evidence other = received();
        clock.setTo("2026-11-23T08:00");
        String link = links.of(photo.id());

        EntityExchangeResult<byte[]> shown = visitor.get("", link);
        assertThat(shown.getStatus().value()).isEqualTo(200);
        assertThat(shown.getResponseHeaders().getFirst("Cache-Control")).isEqualTo("private, no-store");
        assertThat(visitor.get(
                                "",
                                link.replace(photo.id().toString(), other.id().toString()))
                        .getStatus()
                        .value())
                .isEqualTo(404);
        assertThat(visitor.get("", link.replaceFirst("t=\\d", "t=9"))
                        .getStatus()
                        .value())
                .isEqualTo(404);
        for (String wrong : List.of("", "?t=", "?t=x", "?t=9999999999.AAAA")) {
            assertThat(visitor.get("", "/12369/evidence/" + photo.id() + wrong)
                            .getStatus()
                            .value())
                    .isEqualTo(404);
        }
        clock.advance(Duration.ofMinutes(10));
        assertThat(visitor.get("", link).getStatus().value()).isEqualTo(404);
    }

    @Test
    void sendsTheWholeOfALongFilmAndEveryPartOfIt() throws Exception {
        UUID complaint = received().complaint();
        Evidence film = list.named(keep(complaint, longFilm())).orElseThrow();
        assertThat(film.kind()).isEqualTo(EvidenceKind.VIDEO);
        assertThat(film.bytes()).isGreaterThan(3 << 20);
        assertThat(jdbc.sql("select count(*) from evidence_chunk where evidence = ?")
                        .param(film.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        String path = "/complaints/evidence/" + film.id();
        byte[] whole = visitor.get(Visitor.OPERATOR, path).getResponseBody();
        assertThat(sha256(whole)).isEqualTo(film.sha256());

        assertPart(path, whole, "bytes=0-0", 0, 0);
        assertPart(path, whole, "bytes=0-1048576", 0, 1048576);
        assertPart(path, whole, "bytes=1048575-2097153", 1048575, 2097153);
        assertPart(path, whole, "bytes=-500", whole.length - 500, whole.length - 1);
        assertPart(path, whole, "bytes=3000000-", 3000000, whole.length - 1);
        assertPart(path, whole, "bytes=3000000-999999999", 3000000, whole.length - 1);
        for (String nonsense : List.of("bytes=0-1,5-6", "seconds=1-2", "bytes=x", "bytes=5-2")) {
            EntityExchangeResult<byte[]> all = visitor.get(Visitor.OPERATOR, path, "Range", nonsense);
            assertThat(all.getStatus().value()).as(nonsense).isEqualTo(200);
            assertThat(all.getResponseBody()).hasSameSizeAs(whole);
        }
        EntityExchangeResult<byte[]> beyond =
                visitor.get(Visitor.OPERATOR, path, "Range", "bytes=" + whole.length + "-");
        assertThat(beyond.getStatus().value()).isEqualTo(416);
        assertThat(beyond.getResponseHeaders().getFirst("Content-Range")).isEqualTo("bytes */" + whole.length);
    }

    private void assertPart(String path, byte[] whole, String range, int from, int to) {
        EntityExchangeResult<byte[]> part = visitor.get(Visitor.OPERATOR, path, "Range", range);
        assertThat(part.getStatus().value()).as(range).isEqualTo(206);
        assertThat(part.getResponseHeaders().getFirst("Content-Range"))
                .isEqualTo("bytes %d-%d/%d".formatted(from, to, whole.length));
        assertThat(part.getResponseBody()).isEqualTo(Arrays.copyOfRange(whole, from, to + 1));
    }

    @Test
    void keepsNothingOfATransactionThatFails() {
        UUID complaint = UUID.randomUUID();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    keep(complaint, Media.phonePhoto(8, 8, 1));
                    throw new IllegalArgumentException("the complaint could not be taken");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(list.of(complaint)).isEmpty();
    }

    @Test
    void keepsNinePhotosAndOneVideoInTheirOrder() {
        UUID complaint = UUID.randomUUID();
        byte[] photo = Media.phonePhoto(8, 8, 1);
        for (int i = 0; i < 9; i++) {
            keep(complaint, photo);
        }
        keep(complaint, Media.longFilm(100));

        assertRefused("evidence.too-many-photos", () -> keep(complaint, photo));
        assertRefused("evidence.too-many-videos", () -> keep(complaint, Media.longFilm(100)));
        assertThat(list.of(complaint)).hasSize(10).extracting(Evidence::isPhoto).containsSubsequence(true, false);
        assertThat(list.counts(List.of(complaint, UUID.randomUUID()))).isEqualTo(Map.of(complaint, 10));
    }

    private static void assertRefused(String code, Callable<?> work) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    @Test
    void keepsNoTenthPhotoThatComesAtTheSameMoment() throws Exception {
        UUID complaint = UUID.randomUUID();
        byte[] photo = Media.phonePhoto(8, 8, 1);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<UUID>> all = pool.invokeAll(Collections.nCopies(14, () -> keep(complaint, photo)));
            assertThat(all)
                    .filteredOn(each -> each.state() == Future.State.SUCCESS)
                    .hasSize(9);
        }
        assertThat(list.of(complaint)).hasSize(9);
    }
}
