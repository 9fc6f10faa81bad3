package cn.bishui.complaints.evidence.media;

import cn.bishui.complaints.evidence.CleanEvidence;
import cn.bishui.complaints.evidence.CleanFile;
import cn.bishui.complaints.evidence.Cleaning;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Photos and videos for tests: made here, with everything in them that must not come out. */
public final class Media {

    /** What must not be found in anything that was cleaned. */
    static final String[] TRACES = {
        "Exif",
        "GPS",
        "43.8378",
        "Pixel 9",
        "http://ns.adobe.com/xap",
        "Photoshop 3.0",
        "ICC_PROFILE",
        "MPF",
        "王某的手机",
        "trailer",
        "tEXt",
        "iTXt",
        "eXIf"
    };

    private Media() {}

    /** As the service cleans. */
    static CleanEvidence cleaner() {
        return Cleaning.of(new Jpeg(), new Png(), new IsoVideo(), new WebM());
    }

    /** Cleans and reads what came out. */
    static byte[] clean(byte[] file) {
        try (CleanFile clean = cleaner().clean(() -> new ByteArrayInputStream(file))) {
            return Files.readAllBytes(clean.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that lies beside the tests. */
    static byte[] resource(String name) {
        try (InputStream in = Media.class.getResourceAsStream("/media/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Red above left, green above right, blue below left, white below right. */
    static BufferedImage corners(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width - width / 2, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width / 2, height - height / 2);
        graphics.dispose();
        return image;
    }

    /** A bare JPEG. */
    static byte[] jpeg(BufferedImage image, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG as a phone makes it: with the place, the camera and its owner in it, and a film behind the picture. */
    public static byte[] phonePhoto(int width, int height, int orientation) {
        byte[] bare = jpeg(corners(width, height, BufferedImage.TYPE_3BYTE_BGR), false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xff);
        out.write(0xd8);
        segment(out, 0xe1, join(ascii("Exif\0\0"), exif(orientation)));
        segment(out, 0xe1, utf8("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>王某的手机 exif:GPSLatitude=43.8378</x:xmpmeta>"));
        segment(out, 0xe2, ascii("ICC_PROFILE\0\1\1 broken profile"));
        segment(out, 0xe2, ascii("MPF\0 more pictures"));
        segment(out, 0xed, utf8("Photoshop 3.0\0 8BIM 王某的手机"));
        segment(out, 0xfe, utf8("comment of 王某的手机 at 43.8378"));
        out.write(bare, 2, bare.length - 2);
        out.writeBytes(utf8("trailer: ftyp of a film by 王某的手机"));
        return out.toByteArray();
    }

    /** A TIFF structure with orientation, camera, place and a thumbnail. */
    static byte[] exif(int orientation) {
        byte[] thumbnail = jpeg(corners(16, 16, BufferedImage.TYPE_3BYTE_BGR), false);
        ByteBuffer tiff = ByteBuffer.allocate(512 + thumbnail.length);
        tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        tiff.putShort((short) 0x010f).putShort((short) 2).putInt(8).putInt(100);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(120);
        tiff.putInt(300);
        tiff.position(100).put(ascii("Pixel 9\0"));
        tiff.position(120).putShort((short) 1);
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(200).putInt(0);
        tiff.position(200).put(ascii("GPS 43.8378 126.5494\0"));
        tiff.position(512).put(thumbnail);
        return tiff.array();
    }

    /** A PNG with texts, an orientation and a profile. */
    static byte[] texted(BufferedImage image, int orientation) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", plain);
            byte[] bytes = plain.toByteArray();
            // signature and IHDR are 33 bytes
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, 33);
            chunk(out, "tEXt", ascii("Author\0 GPS 43.8378"));
            chunk(out, "eXIf", exif(orientation));
            chunk(out, "iTXt", utf8("XML:com.adobe.xmp\0\0\0\0\0王某的手机"));
            out.write(bytes, 33, bytes.length - 33);
            out.writeBytes(utf8("trailer"));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(content);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(ascii(type));
        data.write(content);
        data.writeInt((int) crc.getValue());
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xff);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    /** A box of ISO/IEC 14496-12. */
    static byte[] box(String type, byte[]... content) {
        byte[] body = join(content);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put(ascii(type))
                .put(body)
                .array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] handler(String type) {
        return box("hdlr", ints(0, 0), ascii(type), ints(0, 0, 0), utf8("王某的手机\0"));
    }

    private static byte[] track(String handler, int samples, int sampleSize, int... chunks) {
        byte[] stbl = box(
                "stbl",
                box("stsd", ints(0, 0)),
                box("stts", ints(0, 0)),
                box("stsc", ints(0, 1, 1, samples / chunks.length, 1)),
                box("stsz", ints(0, sampleSize, samples)),
                box("stco", ints(0, chunks.length), ints(chunks)));
        return box(
                "trak",
                box("tkhd", ints(0, 0x7e000000, 0x7e000000, 1, 0), new byte[64]),
                box(
                        "mdia",
                        box("mdhd", ints(0, 0x7e000000, 0x7e000000, 1000, 1000, 0)),
                        handler(handler),
                        box("minf", stbl)),
                box("udta", utf8("©xyz+43.8378+126.5494/")));
    }

    /**
     * An MP4 or MOV as a phone or an action camera makes it: picture, sound and a track of places, which are noted besides
     * for the whole film.
     */
    static byte[] film(String brand, String thirdTrack) {
        byte[] ftyp = box("ftyp", ascii(brand), ints(0), ascii(brand));
        int picture = ftyp.length + 8;
        byte[] mdat = box(
                "mdat", ascii("PICTURE1"), ascii("SOUND1.."), ascii("GPS 43.8"), ascii("PICTURE2"), ascii("378trace"));
        byte[] moov = box(
                "moov",
                box("mvhd", ints(0, 0x7e000000, 0x7e000000, 1000, 1000), new byte[80]),
                track("vide", 2, 8, picture, picture + 24),
                track("soun", 1, 8, picture + 8),
                track(thirdTrack, 2, 8, picture + 16, picture + 32),
                box("meta", handler("mdta"), box("ilst", utf8("com.apple.quicktime.location.ISO6709 +43.8378"))),
                box("udta", box("©xyz", utf8("+43.8378+126.5494/")), box("auth", utf8("王某的手机")), ints(0)));
        return join(
                ftyp,
                mdat,
                moov,
                box("uuid", utf8("xmp: GPS 43.8378")),
                box("free", utf8("王某的手机")),
                box("sefd", utf8("Pixel 9")));
    }

    /** An MP4 of about that many bytes. */
    public static byte[] longFilm(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return join(film("isom", "meta"), box("mdat", noise));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** In ISO 8859-1, so that the names of QuickTime's boxes can be written. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the bytes hold this text, in UTF-8. */
    static boolean holds(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(utf8(text), StandardCharsets.ISO_8859_1));
    }
}
