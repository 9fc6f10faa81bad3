package cn.bishui.monitoring.sign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The records that show a sign, as they were kept when it was found.
 *
 * @param rows in the order of {@link Row#cn}, moment, part and version
 */
public record Evidence(List<Row> rows) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** Keeps a copy. */
    public Evidence {
        rows = List.copyOf(rows);
    }

    /**
     * One record.
     *
     * @param cn command number; {@link Observation#SILENCES} for a silence
     * @param layout what its numbers mean, see {@code Content}
     * @param numbers as sent
     */
    public record Row(
            int cn, LocalDateTime dataTime, Instant receivedAt, int part, int version, String layout, String numbers) {}

    /**
     * SHA-256 over what was found and the records, in hex. The text that is hashed has a line for each thing found, as
     * {@code sign=F01}: {@code suspicion}, {@code device}, {@code unit}, {@code unitName}, {@code outlet}, {@code outletName},
     * {@code sign}, {@code rule}, {@code pollutant}, {@code from}, {@code until}, {@code found}, {@code zh}, {@code en}; then the
     * figures by name, and then a line for each record, its parts between tabs; lines end with LF, moments have six decimals,
     * text is UTF-8 with backslash, tab and line feed written as {@code \\}, {@code \t}, {@code \n}.
     */
    String hash(Found found) {
        MessageDigest digest = sha256();
        line(digest, "suspicion=" + found.id());
        line(digest, "device=" + found.mn());
        line(digest, "unit=" + safe(found.unit()));
        line(digest, "unitName=" + safe(found.unitName()));
        line(digest, "outlet=" + safe(found.outlet()));
        line(digest, "outletName=" + safe(found.outletName()));
        line(digest, "sign=" + found.sign().name());
        line(digest, "rule=" + found.ruleVersion());
        line(digest, "pollutant=" + (found.pollutant() == null ? "" : found.pollutant()));
        line(digest, "from=" + LOCAL.format(found.from()));
        line(digest, "until=" + LOCAL.format(found.until()));
        line(digest, "found=" + UTC.format(found.foundAt()));
        line(digest, "zh=" + safe(found.zh()));
        line(digest, "en=" + safe(found.en()));
        for (Map.Entry<String, String> number : found.sortedNumbers().entrySet()) {
            line(digest, "number." + safe(number.getKey()) + "=" + safe(number.getValue()));
        }
        for (Row row : rows) {
            line(
                    digest,
                    String.join(
                            "\t",
                            String.valueOf(row.cn()),
                            LOCAL.format(row.dataTime()),
                            UTC.format(row.receivedAt()),
                            String.valueOf(row.part()),
                            String.valueOf(row.version()),
                            safe(row.layout()),
                            safe(row.numbers())));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void line(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String safe(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
