package cn.bishui.complaints.quota;

import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Purpose;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A challenge as the form carries it: {@code v1.<bits>.<time and id>.<mac>}, 63 characters. With the colon before the solution
 * that is one block of SHA-256, so that each try costs the browser one block and no more.
 *
 * @param issued to the second
 */
record Challenge(int bits, Instant issued, UUID id, String text) {

    static final int MOST_BITS = 30;

    private static final int CONTENT_BYTES = Long.BYTES + 2 * Long.BYTES;
    private static final int MAC_BYTES = 18;
    private static final Pattern FORM = Pattern.compile("(v1\\.(\\d\\d)\\.([\\w-]{32}))\\.([\\w-]{24})");
    private static final Pattern SOLUTION = Pattern.compile("\\d{1,15}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static Challenge make(int bits, Instant now, UUID id, Keys keys) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(now.getEpochSecond())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        String signed = "v1.%02d.%s".formatted(bits, ENCODER.encodeToString(content));
        byte[] mac = shortened(keys.mac(Purpose.STAMP, ascii(signed)));
        return new Challenge(
                bits, Instant.ofEpochSecond(now.getEpochSecond()), id, signed + "." + ENCODER.encodeToString(mac));
    }

    /** Reads one of ours; empty for everything else. */
    static Optional<Challenge> read(String text, Keys keys) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        byte[] mac = Base64.getUrlDecoder().decode(form.group(4));
        boolean ours = keys.macs(Purpose.STAMP, ascii(form.group(1))).stream()
                .anyMatch(right -> MessageDigest.isEqual(shortened(right), mac));
        if (!ours) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(Base64.getUrlDecoder().decode(form.group(3)));
        Instant issued = Instant.ofEpochSecond(content.getLong());
        return Optional.of(new Challenge(
                Integer.parseInt(form.group(2)), issued, new UUID(content.getLong(), content.getLong()), text));
    }

    /** Whether SHA-256 of {@code <challenge>:<solution>} begins with as many zero bits as asked for. */
    boolean isSolvedBy(String solution) {
        if (!SOLUTION.matcher(solution).matches()) {
            return false;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ascii(text + ":" + solution));
            return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt()) >= bits;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    private static byte[] shortened(byte[] mac) {
        return Arrays.copyOf(mac, MAC_BYTES);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
