package cn.bishui.complaints.evidence.media;

import cn.bishui.contracts.RuleBroken;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Draws a picture anew: upright, no longer than 2560 pixels, as a JPEG that holds nothing but the picture. Large pictures are
 * decoded with rows and columns left out, so that none takes more than about 60 MB of memory.
 */
final class Picture {

    static final String MEDIA_TYPE = "image/jpeg";

    private static final int LONGEST_SIDE = 2560;

    /** Of the decoded picture; 13 million pixels of three bytes. */
    private static final long MOST_BYTES = 40_000_000;

    private static final float QUALITY = 0.85f;

    private Picture() {}

    /**
     * Draws it anew.
     *
     * @param orientation as Exif counts, 1 to 8
     * @param mostPixels more are refused by the header, before anything is decoded
     * @throws IOException if it cannot be read
     */
    static void redraw(ImageReader reader, Path file, int orientation, long mostPixels, Path to) throws IOException {
        BufferedImage decoded;
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            decoded = decode(reader, mostPixels);
        } finally {
            reader.dispose();
        }
        write(upright(decoded, orientation), to);
    }

    private static BufferedImage decode(ImageReader reader, long mostPixels) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1) {
            throw new IOException("no picture in it");
        }
        if ((long) width * height > mostPixels) {
            throw RuleBroken.invalid("evidence.photo-too-many-pixels", mostPixels / 1_000_000);
        }
        SampleModel samples = reader.getRawImageType(0) == null
                ? reader.getImageTypes(0).next().getSampleModel()
                : reader.getRawImageType(0).getSampleModel();
        long pixel = Math.max(3, samples.getNumBands() * Math.ceilDiv(samples.getSampleSize(0), 8));
        int step = Math.max(1, Math.ceilDiv(Math.max(width, height), 2 * LONGEST_SIDE));
        while (pixel * Math.ceilDiv(width, step) * Math.ceilDiv(height, step) > MOST_BYTES) {
            step++;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage upright(BufferedImage decoded, int orientation) {
        boolean lying = orientation >= 5;
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(decoded.getWidth(), decoded.getHeight()));
        int width = Math.max(1, (int) Math.round((lying ? decoded.getHeight() : decoded.getWidth()) * scale));
        int height = Math.max(1, (int) Math.round((lying ? decoded.getWidth() : decoded.getHeight()) * scale));
        // from the unit square of the stored picture to that of the upright one
        AffineTransform turn = new AffineTransform(
                switch (orientation) {
                    case 2 -> new double[] {-1, 0, 0, 1, 1, 0};
                    case 3 -> new double[] {-1, 0, 0, -1, 1, 1};
                    case 4 -> new double[] {1, 0, 0, -1, 0, 1};
                    case 5 -> new double[] {0, 1, 1, 0, 0, 0};
                    case 6 -> new double[] {0, 1, -1, 0, 1, 0};
                    case 7 -> new double[] {0, -1, -1, 0, 1, 1};
                    case 8 -> new double[] {0, -1, 1, 0, 0, 1};
                    default -> new double[] {1, 0, 0, 1, 0, 0};
                });
        AffineTransform whole = AffineTransform.getScaleInstance(width, height);
        whole.concatenate(turn);
        whole.scale(1.0 / decoded.getWidth(), 1.0 / decoded.getHeight());
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = upright.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(decoded, whole, null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }

    private static void write(BufferedImage picture, Path to) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (FileImageOutputStream out = new FileImageOutputStream(to.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    /** The JDK's own reader. */
    static ImageReader reader(String format) {
        return ImageIO.getImageReadersByFormatName(format).next();
    }
}
