package cn.bishui.complaints.evidence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.complaints.evidence.CleanFile;
import cn.bishui.complaints.evidence.EvidenceKind;
import cn.bishui.contracts.RuleBroken;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTests {

    private static void assertRefused(String code, byte[] file) {
        assertThatThrownBy(() -> Media.clean(file))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"isom", "mp42", "qt  "})
    void takesPlaceCameraAndOwnerOutOfAFilmAndLeavesPictureAndSoundWhereTheyAre(String brand) {
        byte[] film = Media.film(brand, "meta");
        assertThat(Media.holds(film, "王某的手机")).isTrue();
        assertThat(Media.holds(film, "43.8378")).isTrue();

        byte[] clean = Media.clean(film);

        assertThat(clean).hasSameSizeAs(film);
        assertThat(Media.TRACES).noneMatch(trace -> Media.holds(clean, trace));
        for (String gone : new String[] {"udta", "meta", "uuid", "xyz", "sefd", "GPS", "trace", "378", "ISO6709"}) {
            assertThat(Media.holds(clean, gone)).as(gone).isFalse();
        }
        for (String kept : new String[] {"PICTURE1", "SOUND1..", "PICTURE2", "stco", "vide", "soun"}) {
            assertThat(Media.holds(clean, kept)).as(kept).isTrue();
        }
        assertThat(Media.holds(clean, "~\0\0\0")).as("when it was made").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"camm", "gpmd", "text", "tmcd", "meta"})
    void takesTracksBesidesPictureAndSoundOut(String handler) {
        byte[] clean = Media.clean(Media.film("isom", handler));

        assertThat(Media.holds(clean, handler)).isFalse();
        assertThat(Media.holds(clean, "GPS 43.8")).isFalse();
    }

    @Test
    void cleansAgainWithoutAChange() {
        byte[] clean = Media.clean(Media.film("isom", "meta"));

        assertThat(Media.clean(clean)).isEqualTo(clean);
    }

    @Test
    void takesWhatBrowsersRecord() {
        byte[] fragmented = Media.resource("fragmented.mp4");
        byte[] clean = Media.clean(fragmented);
        assertThat(clean).hasSameSizeAs(fragmented);
        assertThat(Media.holds(clean, "moof")).isTrue();
        assertThat(Media.holds(clean, "udta")).isFalse();

        byte[] webm = Media.resource("video.webm");
        assertThat(Media.holds(webm, "Chrome")).isTrue();
        byte[] cleanWebm = Media.clean(webm);
        assertThat(cleanWebm).hasSameSizeAs(webm);
        assertThat(Media.holds(cleanWebm, "Chrome")).isFalse();
        assertThat(Media.holds(cleanWebm, "V_VP8")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesTagsOutOfAWebM(boolean openCluster) {
        byte[] webm = Media.resource("video.webm");
        withoutLength(webm, new byte[] {0x18, 0x53, (byte) 0x80, 0x67});
        if (openCluster) {
            withoutLength(webm, new byte[] {0x1f, 0x43, (byte) 0xb6, 0x75, 0x01});
        }
        byte[] tags = Media.join(
                new byte[] {0x12, 0x54, (byte) 0xc3, 0x67, (byte) 0x94}, Arrays.copyOf(Media.utf8("王某的手机 GPS"), 20));
        byte[] clean = Media.clean(Media.join(webm, tags));

        assertThat(clean).hasSize(webm.length + tags.length);
        assertThat(Media.holds(clean, "王某的手机")).isFalse();
        assertThat(clean[webm.length]).as("a void").isEqualTo((byte) 0xec);
    }

    /** As a camera writes it that does not know yet how much will come. */
    private static void withoutLength(byte[] webm, byte[] id) {
        int at = 0;
        while (!Arrays.equals(webm, at, at + id.length, id, 0, id.length)) {
            at++;
        }
        int size = at + 4;
        int length = Integer.numberOfLeadingZeros(webm[size] & 0xff) - 23;
        webm[size] = (byte) ((0x100 >> (length - 1)) - 1);
        Arrays.fill(webm, size + 1, size + length, (byte) 0xff);
    }

    @Test
    void saysWhatItIs() throws Exception {
        try (CleanFile mov = Media.cleaner().clean(() -> new ByteArrayInputStream(Media.film("qt  ", "meta")));
                CleanFile mp4 = Media.cleaner().clean(() -> new ByteArrayInputStream(Media.film("isom", "meta")));
                CleanFile webm = Media.cleaner().clean(() -> new ByteArrayInputStream(Media.resource("video.webm")))) {
            assertThat(mov.kind()).isEqualTo(EvidenceKind.VIDEO);
            assertThat(mov.mediaType()).isEqualTo("video/quicktime");
            assertThat(mp4.mediaType()).isEqualTo("video/mp4");
            assertThat(webm.mediaType()).isEqualTo("video/webm");
            assertThat(webm.bytes()).isEqualTo(Media.resource("video.webm").length);
            assertThat(webm.sha256()).hasSize(64);
        }
    }

    @Test
    void refusesWhatHoldsNoPicture() {
        assertRefused("evidence.unreadable", soundOnly());
        assertRefused("evidence.unreadable", Media.join(Media.box("ftyp", Media.ascii("isom"), new byte[8])));
    }

    private static byte[] soundOnly() {
        byte[] film = Media.film("isom", "meta");
        String text = new String(film, StandardCharsets.ISO_8859_1).replace("vide", "soun");
        return Media.ascii(text);
    }

    @Test
    void refusesMoreThanFiftyMegabytesAfterReadingSoMuch() {
        byte[] head = Media.film("isom", "meta");
        assertThatThrownBy(() ->
                        Media.cleaner().clean(() -> new SequenceInputStream(new ByteArrayInputStream(head), endless())))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo("evidence.video-too-large");
                    assertThat(broken.arguments()).containsExactly(50L);
                });
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
    }

    @Property(tries = 100)
    void saysOfATruncatedVideoThatItIsIncomplete(@ForAll @IntRange(min = 16, max = 3000) int length) {
        byte[] film = Media.film("isom", "meta");
        // between the last boxes a film may well end
        if (length < film.length - 100) {
            assertThatThrownBy(() -> Media.clean(Arrays.copyOf(film, length))).isInstanceOf(RuleBroken.class);
        }
    }
}
