package cn.bishui.complaints.evidence.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held: the one thing of a picture's metadata that is put into effect before all of it goes (Exif 0x0112). */
final class Orientation {

    /** As it should be. */
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_ENTRIES = 512;

    private Orientation() {}

    /**
     * Reads it from a TIFF structure as Exif has it; upright where it says nothing or makes no sense.
     *
     * @return 1 to 8
     */
    static int of(byte[] tiff) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(tiff);
            int order = buffer.getShort();
            if (order != 0x4949 && order != 0x4d4d) {
                return UPRIGHT;
            }
            buffer.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if (buffer.getShort() != 42) {
                return UPRIGHT;
            }
            int directory = buffer.getInt();
            int entries = Math.min(Short.toUnsignedInt(buffer.getShort(directory)), MOST_ENTRIES);
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY_BYTES;
                if (Short.toUnsignedInt(buffer.getShort(entry)) == TAG && buffer.getShort(entry + 2) == SHORT) {
                    int value = buffer.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException _) {
            return UPRIGHT;
        }
    }
}
