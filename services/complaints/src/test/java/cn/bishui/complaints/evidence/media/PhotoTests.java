package cn.bishui.complaints.evidence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoTests {

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static String corners(BufferedImage image) {
        int right = image.getWidth() * 3 / 4;
        int below = image.getHeight() * 3 / 4;
        int left = image.getWidth() / 4;
        int above = image.getHeight() / 4;
        return name(image.getRGB(left, above))
                + name(image.getRGB(right, above))
                + name(image.getRGB(left, below))
                + name(image.getRGB(right, below));
    }

    private static String name(int rgb) {
        Color color = new Color(rgb);
        if (color.getRed() > 200 && color.getGreen() > 200 && color.getBlue() > 200) {
            return "W";
        }
        if (color.getRed() > 200 && color.getGreen() < 60) {
            return "R";
        }
        if (color.getGreen() > 200 && color.getRed() < 60) {
            return "G";
        }
        return color.getBlue() > 200 && color.getRed() < 60 ? "B" : "?";
    }

    /** The markers of a JPEG, each once. */
    private static List<Integer> markers(byte[] jpeg) {
        ByteBuffer buffer = ByteBuffer.wrap(jpeg);
        List<Integer> markers = new ArrayList<>();
        buffer.getShort();
        int marker = 0;
        while (marker != 0xda) {
            marker = buffer.getShort() & 0xff;
            markers.add(marker);
            buffer.position(buffer.position() + (buffer.getShort(buffer.position()) & 0xffff));
        }
        return markers.stream().distinct().toList();
    }

    private static void assertRefused(String code, byte[] file) {
        assertThatThrownBy(() -> Media.clean(file))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    @Test
    void leavesNothingOfAPhonesMetadataInAPhoto() {
        byte[] photo = Media.phonePhoto(64, 48, 1);
        assertThat(Media.TRACES).filteredOn(trace -> Media.holds(photo, trace)).hasSizeGreaterThan(8);

        byte[] clean = Media.clean(photo);

        assertThat(Media.TRACES).noneMatch(trace -> Media.holds(clean, trace));
        // JFIF's own head, tables, frame, scan
        assertThat(markers(clean)).containsExactlyInAnyOrder(0xe0, 0xdb, 0xc0, 0xc4, 0xda);
        assertThat(clean).endsWith(0xff, 0xd9);
    }

    @ParameterizedTest
    @CsvSource({
        "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB", "0, RGBW", "9, RGBW"
    })
    void turnsAPhotoAsTheCameraWasHeld(int orientation, String expected) throws IOException {
        BufferedImage upright = read(Media.clean(Media.phonePhoto(64, 48, orientation)));

        assertThat(corners(upright)).isEqualTo(expected);
        assertThat(upright.getWidth()).isEqualTo(orientation >= 5 && orientation <= 8 ? 48 : 64);
    }

    @Test
    void makesAPhotoNoLongerThan2560PixelsAndNeverLarger() throws IOException {
        BufferedImage large = read(Media.clean(Media.phonePhoto(4000, 3000, 6)));
        assertThat(large.getWidth()).isEqualTo(1920);
        assertThat(large.getHeight()).isEqualTo(2560);
        assertThat(corners(large)).isEqualTo("BRWG");

        BufferedImage wide = read(Media.clean(Media.phonePhoto(9000, 30, 1)));
        assertThat(wide.getWidth()).isEqualTo(2560);
        assertThat(wide.getHeight()).isEqualTo(9);

        assertThat(read(Media.clean(Media.phonePhoto(1, 1, 1))).getWidth()).isEqualTo(1);
    }

    @Test
    void takesProgressiveAndGreyPhotos() throws IOException {
        byte[] progressive = Media.jpeg(Media.corners(64, 48, BufferedImage.TYPE_3BYTE_BGR), true);
        assertThat(corners(read(Media.clean(progressive)))).isEqualTo("RGBW");

        byte[] grey = Media.jpeg(Media.corners(64, 48, BufferedImage.TYPE_BYTE_GRAY), false);
        assertThat(read(Media.clean(grey)).getWidth()).isEqualTo(64);
    }

    @Test
    void cleansAndTurnsAPngAndPutsWhiteBehindWhatIsClear() throws IOException {
        BufferedImage clear = Media.corners(64, 48, BufferedImage.TYPE_4BYTE_ABGR);
        for (int x = 32; x < 64; x++) {
            for (int y = 24; y < 48; y++) {
                clear.setRGB(x, y, 0x00000000);
            }
        }
        byte[] png = Media.texted(clear, 8);
        assertThat(Media.TRACES).filteredOn(trace -> Media.holds(png, trace)).hasSizeGreaterThan(5);

        byte[] clean = Media.clean(png);

        assertThat(Media.TRACES).noneMatch(trace -> Media.holds(clean, trace));
        assertThat(corners(read(clean))).isEqualTo("GWRB");
        assertThat(markers(clean)).doesNotContain(0xe1);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_3BYTE_BGR
            })
    void takesEveryKindOfPng(int type) throws IOException {
        assertThat(read(Media.clean(Media.texted(Media.corners(40, 40, type), 1)))
                        .getWidth())
                .isEqualTo(40);
    }

    @Test
    void saysWhatIsNoPhotoOfAKindThatIsTaken() {
        assertRefused("evidence.empty", new byte[0]);
        assertRefused(
                "evidence.type", Media.utf8("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"));
        assertRefused("evidence.type", Media.utf8("GIF89a and more"));
        assertRefused("evidence.type", Media.box("ftyp", Media.ascii("heic"), new byte[40]));
        assertRefused("evidence.type", Media.utf8("<!DOCTYPE html><script>alert(1)</script>"));
        assertRefused("evidence.type", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0});
    }

    @Test
    void refusesByTheHeadWhatWouldBeTooLargeInMemory() {
        byte[] photo = Media.jpeg(Media.corners(64, 48, BufferedImage.TYPE_3BYTE_BGR), false);
        int frame = 0;
        while ((photo[frame] & 0xff) != 0xff || (photo[frame + 1] & 0xff) != 0xc0) {
            frame++;
        }
        ByteBuffer.wrap(photo).putShort(frame + 5, (short) 60000).putShort(frame + 7, (short) 60000);
        assertRefused("evidence.photo-too-many-pixels", photo);

        byte[] png = Media.texted(Media.corners(8, 8, BufferedImage.TYPE_3BYTE_BGR), 1);
        ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
        assertThatThrownBy(() -> Media.clean(png)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void refusesMoreThanTenMegabytesWithoutReadingOn() {
        byte[] photo = Arrays.copyOf(Media.phonePhoto(64, 48, 1), (10 << 20) + 1);
        assertRefused("evidence.photo-too-large", photo);
        assertThatCode(() -> Media.clean(Arrays.copyOf(photo, 10 << 20))).doesNotThrowAnyException();
    }

    @Property(tries = 120)
    void saysOfEveryTruncatedPhotoThatItIsIncomplete(@ForAll @IntRange(min = 4, max = 2000) int length) {
        byte[] jpeg = Media.jpeg(Media.corners(64, 48, BufferedImage.TYPE_3BYTE_BGR), false);
        if (length < jpeg.length) {
            assertRefused("evidence.unreadable", Arrays.copyOf(jpeg, length));
        }
        byte[] png = Media.texted(Media.corners(64, 48, BufferedImage.TYPE_3BYTE_BGR), 1);
        if (length > 8 && length < png.length - "trailer".length()) {
            assertRefused("evidence.unreadable", Arrays.copyOf(png, length));
        }
    }

    @Property(tries = 300)
    void neverFailsOtherwiseWhateverFollowsAHead(
            @ForAll @Size(max = 3000) byte[] anything, @ForAll @IntRange(min = 0, max = 4) int head) {
        byte[] start = switch (head) {
            case 0 -> new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
            case 1 -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
            case 2 -> Media.ascii("RIFF\0\1\0\0WEBPVP8 ");
            case 3 -> Media.ascii("\0\0\0\30ftypisom");
            default -> new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
        };
        assertCleanOrRefused(Media.join(start, anything));
    }

    @Property(tries = 300)
    void neverFailsOtherwiseWhereBytesAreDamaged(@ForAll long seed) {
        Random random = new Random(seed);
        byte[][] files = {
            Media.phonePhoto(32, 24, 6),
            Media.jpeg(Media.corners(32, 24, BufferedImage.TYPE_3BYTE_BGR), true),
            Media.texted(Media.corners(32, 24, BufferedImage.TYPE_4BYTE_ABGR), 3),
            Media.film("qt  ", "meta"),
            Media.resource("video.webm")
        };
        byte[] file = files[random.nextInt(files.length)];
        for (int i = random.nextInt(8); i >= 0; i--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        assertCleanOrRefused(file);
    }

    private static void assertCleanOrRefused(byte[] file) {
        byte[] clean;
        try {
            clean = Media.clean(file);
        } catch (RuleBroken refused) {
            assertThat(refused.code()).startsWith("evidence.");
            return;
        }
        assertThat(clean).isNotEmpty();
    }
}
