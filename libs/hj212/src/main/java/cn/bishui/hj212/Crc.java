package cn.bishui.hj212;

/**
 * The checksum of HJ 212 (HJ 212-2017 annex A): start and polynomial of CRC-16/MODBUS, yet another result, because each
 * byte is combined with the register's high byte and the low byte is dropped.
 */
public final class Crc {

    /** What eight shifts make of a register that holds only a low byte; the whole state after a step is one entry. */
    private static final char[] TABLE = table();

    private Crc() {}

    /**
     * Computes the checksum of a segment.
     *
     * @param bytes holds the segment
     * @param from index of its first byte
     * @param to index after its last byte
     * @return 0..0xFFFF; 0xFFFF for an empty segment
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public static int of(byte[] bytes, int from, int to) {
        int register = 0xFFFF;
        for (int i = from; i < to; i++) {
            register = TABLE[(register >> 8) ^ (bytes[i] & 0xFF)];
        }
        return register;
    }

    /** Computes the checksum of a whole array, 0..0xFFFF. */
    public static int of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    private static char[] table() {
        char[] table = new char[256];
        for (int start = 0; start < 256; start++) {
            int register = start;
            for (int bit = 0; bit < 8; bit++) {
                boolean low = (register & 1) == 1;
                register >>= 1;
                if (low) {
                    register ^= 0xA001;
                }
            }
            table[start] = (char) register;
        }
        return table;
    }
}
