package cn.bishui.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * A store full of complaints of three years, as the service would have left them: 88 % closed, 7 % refused, 2 % answered,
 * 3 % open, those that came in last. Without the reporters, the audit log and the facts of the past, which no request of the benchmark reads.
 */
final class ComplaintStore {

    private static final Duration THREE_YEARS = Duration.ofDays(1095);
    private static final Duration DAY = Duration.ofDays(1);
    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final List<String> BUREAUS = List.of(
            "ENV",
            "ENV",
            "ENV",
            "ENV",
            "ENV",
            "ENV",
            "HOUSING",
            "HOUSING",
            "WATER",
            "WATER",
            "FORESTRY",
            "TOWN",
            "STREET",
            "ECON");
    private static final List<String> CHANNELS =
            List.of("web", "web", "web", "wechat", "wechat", "phone", "phone", "hotline-12345", "letter", "visit");
    private static final List<String> TYPES =
            List.of("water", "water", "water", "water", "air", "noise", "solid-waste");
    private static final List<String> SUBTYPES =
            List.of("industrial", "sewage", "livestock", "black-odorous", "litter", "outlet", "drinking");
    private static final List<String> FINDINGS = List.of("true", "true", "partly-true", "untrue", "unverifiable");

    private final Connection connection;
    private final Random random = new Random(12369);
    private final ComplaintTexts texts = new ComplaintTexts(random);
    private final Instant now = Instant.now();
    private final MessageDigest sha256;

    ComplaintStore(Connection connection) {
        this.connection = connection;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of the made complaint at a place, from 1. */
    static String number(long place) {
        return "JB-2025-%07d".formatted(place);
    }

    /** Its secret. */
    static String secret(long place) {
        Random random = new Random(place);
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            secret.append(CROCKFORD[random.nextInt(CROCKFORD.length)]);
        }
        return secret.toString();
    }

    /** Makes them, where there are none. */
    void fill(int complaints) throws SQLException, IOException {
        List<String> indexes = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("""
                    select i.indexdef, i.indexname from pg_indexes i
                    where i.schemaname = 'public' and i.tablename in ('complaint', 'party', 'complaint_clock', 'step')
                      and not exists (select from pg_constraint c where c.conname = i.indexname)""")) {
                while (rows.next()) {
                    indexes.add(rows.getString(1));
                    indexes.add("drop index " + rows.getString(2));
                }
            }
            for (int i = 1; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            copy(complaints);
            statement.execute("set maintenance_work_mem = '512MB'");
            for (int i = 0; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            statement.execute("select setval('complaint_number', " + complaints + ")");
            statement.execute("vacuum analyze");
        }
    }

    private void copy(int complaints) throws SQLException, IOException {
        int batch = 10_000;
        for (int from = 1; from <= complaints; from += batch) {
            Map<String, StringBuilder> tables = new LinkedHashMap<>();
            for (int place = from; place < Math.min(from + batch, complaints + 1); place++) {
                make(place, complaints, tables);
            }
            for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
                try (OutputStream out = new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class), "copy " + table.getKey() + " from stdin")) {
                    out.write(table.getValue().toString().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void make(int place, int complaints, Map<String, StringBuilder> tables) {
        // numbers rise with time; what is open came in last
        Instant received = now.minus(THREE_YEARS).plusSeconds((long) place * THREE_YEARS.toSeconds() / complaints);
        String state = state(place > 0.95 * complaints);
        new Made(place, new UUID(random.nextLong(), random.nextLong()), state, received).write(tables);
    }

    /** Three in five of the last twentieth are open. */
    private String state(boolean late) {
        int chance = random.nextInt(100);
        if (!late) {
            return chance < 7 ? "refused" : "closed";
        }
        if (chance < 7) {
            return "refused";
        }
        if (chance < 40) {
            return "answered";
        }
        return List.of(
                        "received",
                        "received",
                        "accepted",
                        "assigned",
                        "assigned",
                        "assigned",
                        "assigned",
                        "objected",
                        "investigating",
                        "investigating",
                        "investigating",
                        "investigating",
                        "investigating",
                        "investigating",
                        "investigating",
                        "drafted",
                        "drafted",
                        "reexamining",
                        "reviewing")
                .get(random.nextInt(19));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void row(Map<String, StringBuilder> tables, String table, @Nullable Object... values) {
        StringBuilder rows = tables.computeIfAbsent(table, _ -> new StringBuilder());
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
        }
        rows.append('\n');
    }

    private static Instant endOf(Instant event, int days) {
        LocalDate day =
                event.plusSeconds(8 * 3600).atZone(ZoneOffset.UTC).toLocalDate().plusDays(days);
        return day.atTime(15, 59).toInstant(ZoneOffset.UTC);
    }

    /** One of them. */
    private final class Made {
        private final int place;
        private final UUID id;
        private final String state;
        private final Instant received;
        private final Instant accepted;
        private final Instant assigned;
        private final Instant taken;
        private final Instant drafted;
        private final Instant answered;
        private final Instant closed;
        private final String bureau = any(BUREAUS);
        private final String finding = any(FINDINGS);
        private final int reached;
        private int clocks;

        Made(int place, UUID id, String state, Instant received) {
            this.place = place;
            this.id = id;
            this.state = state;
            this.received = received;
            this.accepted = received.plusSeconds(3600 + random.nextInt(2 * 86_400));
            this.assigned = accepted.plusSeconds(random.nextInt(86_400));
            this.taken = assigned.plusSeconds(3600 + random.nextInt(86_400));
            this.drafted = taken.plusSeconds(5 * 86_400 + random.nextInt(20 * 86_400));
            this.answered = drafted.plusSeconds(3600 + random.nextInt(3 * 86_400));
            this.closed = answered.plus(DAY.multipliedBy(31));
            this.reached = switch (state) {
                case "received", "refused" -> 0;
                case "accepted" -> 1;
                case "assigned", "objected" -> 2;
                case "investigating" -> 3;
                case "drafted" -> 4;
                case "answered", "reexamining" -> 5;
                case "reviewing" -> 6;
                default -> 7;
            };
        }

        void write(Map<String, StringBuilder> tables) {
            String street = texts.street();
            String address = texts.address(street);
            String content = texts.content(street);
            String firm = random.nextInt(3) == 0 ? texts.firm() : null;
            String type = any(TYPES);
            boolean mapped = random.nextBoolean();
            boolean inTime = random.nextInt(20) != 0;
            boolean assignedYet = reached >= 2;
            boolean signed = reached >= 5;
            boolean withPolice = assignedYet && random.nextInt(20) == 0 && !bureau.equals("POLICE");
            Instant due = switch (state) {
                case "received" -> endOf(received, 15);
                case "refused", "answered", "closed" -> null;
                case "reexamining", "reviewing" -> endOf(answered, 35);
                default -> endOf(accepted, 60);
            };
            row(
                    tables,
                    "complaint (id, number, secret_hash, channel, received_at, content, address, street, longitude,"
                            + " latitude, subject_name, pollution_type, water_subtype, occurred_on, wish, reach, real_name, words,"
                            + " state, urgent, bureau, handler, due, answered_at, in_time, finding, satisfaction, parts, version)",
                    id,
                    number(place),
                    "\\\\x"
                            + HexFormat.of()
                                    .formatHex(sha256.digest(secret(place).getBytes(StandardCharsets.US_ASCII))),
                    any(CHANNELS),
                    received,
                    content,
                    address,
                    street,
                    mapped ? "126.%06d".formatted(400_000 + random.nextInt(300_000)) : null,
                    mapped ? "43.%06d".formatted(800_000 + random.nextInt(150_000)) : null,
                    firm,
                    type,
                    type.equals("water") ? any(SUBTYPES) : null,
                    received.atZone(ZoneOffset.UTC).toLocalDate(),
                    null,
                    any(List.of("page", "sms", "phone", "platform")),
                    random.nextBoolean(),
                    ComplaintTexts.pairs(number(place), address, firm == null ? "" : firm, content)
                            + (assignedYet ? " '" + bureau + "'" : "")
                            + (withPolice ? " 'POLICE'" : ""),
                    state,
                    random.nextInt(50) == 0,
                    assignedYet ? bureau : null,
                    reached >= 3 ? "handler-" + random.nextInt(5) : null,
                    due,
                    signed ? answered : null,
                    signed ? inTime : null,
                    signed ? finding : null,
                    reached == 7 && random.nextInt(3) == 0 ? 1 + random.nextInt(5) : null,
                    parts().replace("\\", "\\\\"),
                    (long) reached);
            if (assignedYet) {
                row(tables, "party (bureau, received_at, complaint, open)", bureau, received, id, open());
                if (withPolice) {
                    row(tables, "party (bureau, received_at, complaint, open)", "POLICE", received, id, open());
                }
            }
            clocks(tables);
            steps(tables);
            if (due != null) {
                row(
                        tables,
                        "alarm (subject, kind, moment, try_at)",
                        "complaint/" + id,
                        "complaint-clock",
                        now.plus(DAY.multipliedBy(2 + random.nextInt(60))),
                        now.plus(DAY.multipliedBy(2 + random.nextInt(60))));
            }
        }

        private boolean open() {
            return !List.of("refused", "answered", "closed").contains(state);
        }

        private void clocks(Map<String, StringBuilder> tables) {
            boolean decided = !state.equals("received");
            clock(tables, "CMP-TELL", received, endOf(received, 15), decided ? accepted : null);
            if (reached >= 1) {
                clock(tables, "CMP-ASSIGN", accepted, endOf(accepted, 4), reached >= 2 ? assigned : null);
                clock(tables, "CMP-PASS", accepted, endOf(accepted, 4), reached >= 3 ? taken : null);
                clock(tables, "CMP-FINISH", accepted, endOf(accepted, 60), reached >= 5 ? answered : null);
            }
            if (reached >= 2) {
                Instant over = state.equals("objected") || reached >= 3 ? taken : null;
                clock(tables, "CMP-OBJECT", assigned, endOf(assigned, 7), over);
            }
            if (reached >= 5) {
                Instant asked = answered.plus(DAY.multipliedBy(3));
                clock(
                        tables,
                        "CMP-REEX",
                        answered,
                        endOf(answered, 30),
                        switch (state) {
                            case "answered" -> null;
                            case "closed" -> closed;
                            default -> asked;
                        });
                if (state.equals("reexamining") || state.equals("reviewing")) {
                    Instant ruled = answered.plus(DAY.multipliedBy(5));
                    clock(tables, "CMP-REEX-ANS", asked, endOf(asked, 30), reached == 6 ? ruled : null);
                    if (reached == 6) {
                        clock(tables, "CMP-REVIEW", ruled, endOf(ruled, 30), ruled.plus(DAY));
                        clock(tables, "CMP-REVIEW-ANS", ruled.plus(DAY), endOf(ruled.plus(DAY), 30), null);
                    }
                }
            }
        }

        private void clock(
                Map<String, StringBuilder> tables,
                String clock,
                Instant event,
                Instant due,
                @Nullable Instant stopped) {
            row(
                    tables,
                    "complaint_clock (complaint, place, clock, rule, event, started_at, holder, pauses, extensions,"
                            + " told_until, stopped_at, due, provisional)",
                    id,
                    clocks++,
                    clock,
                    clock,
                    event,
                    event,
                    reached >= 2 && (clock.equals("CMP-FINISH") || clock.equals("CMP-PASS")) ? bureau : "ENV",
                    "",
                    "",
                    null,
                    stopped,
                    due,
                    false);
        }

        private void steps(Map<String, StringBuilder> tables) {
            step(tables, received, "received", null, null);
            if (state.equals("refused")) {
                step(tables, accepted, "refused", null, "不属于生态环境部门职责，请向区住建局反映。");
            }
            String[] done = {"", "accepted", "assigned", "taken"};
            Instant[] when = {received, accepted, assigned, taken};
            for (int i = 1; i <= Math.min(reached, 3); i++) {
                step(tables, when[i], done[i], i >= 2 ? bureau : null, null);
            }
            if (reached >= 5) {
                step(tables, answered, "answered", bureau, answer());
            }
            if (reached == 7) {
                step(tables, closed, "closed", null, null);
            }
        }

        private void step(
                Map<String, StringBuilder> tables,
                Instant at,
                String what,
                @Nullable String by,
                @Nullable String words) {
            row(tables, "step (complaint, at, what, bureau, words)", id, at, what, by, words);
        }

        private String answer() {
            return "经现场核查，您反映的问题已责令整改，并将继续跟踪。感谢您对生态环境工作的支持。";
        }

        /** As {@code ComplaintSheet.Parts} is kept. */
        private String parts() {
            List<String> parts = new ArrayList<>();
            boolean taken3 = reached >= 3;
            part(parts, "acceptance", reached >= 1, """
                    {"urgent":false,"by":"env-hotline-operator","at":"%s"}""".formatted(accepted));
            part(parts, "refusal", state.equals("refused"), """
                    {"outcome":"OTHER_DEPARTMENT","told":"请向区住建局反映","first":null,"by":"env-hotline-operator","at":"%s"}""".formatted(accepted));
            part(parts, "assignment", reached >= 2, """
                    {"bureau":"%s","joint":[],"settled":false,"by":"env-hotline-operator","at":"%s"}""".formatted(bureau, assigned));
            part(parts, "objection", state.equals("objected"), """
                    {"reason":"不属于本部门职责","by":"handler-1","at":"%s"}""".formatted(taken));
            part(parts, "handling", taken3, """
                    {"handler":"handler-1","takenAt":"%s","wanted":null,"sentBack":null}""".formatted(taken));
            String result = """
                    {"finding":"%s","checked":"现场检查排口和治理设施，并采样检测。","found":"排口水样化学需氧量超过排放限值，设施停运。","action":"责令立即改正，立案调查。","answer":"%s","by":"handler-1","at":"%s"}""".formatted(
                            switch (finding) {
                                case "true" -> "CONFIRMED";
                                case "partly-true" -> "PARTLY";
                                case "untrue" -> "UNFOUNDED";
                                default -> "UNVERIFIABLE";
                            },
                            answer(),
                            drafted);
            part(parts, "result", state.equals("drafted"), result);
            part(parts, "signed", reached >= 5, """
                    {"result":%s,"by":"head","at":"%s","inTime":true}""".formatted(result, answered));
            part(parts, "rating", false, "");
            part(parts, "reexamination", state.equals("reviewing"), """
                    {"request":{"reason":"不服","at":"%1$s"},"verdict":"UPHELD","text":"维持原答复","by":"supervisor","at":"%1$s"}""".formatted(answered));
            part(parts, "request", state.equals("reexamining") || state.equals("reviewing"), """
                    {"reason":"不服","at":"%s"}""".formatted(answered));
            part(parts, "review", false, "");
            part(parts, "closedAt", reached == 7, "\"" + closed + "\"");
            return "{" + String.join(",", parts) + "}";
        }

        private static void part(List<String> parts, String name, boolean there, String json) {
            parts.add("\"" + name + "\":" + (there ? json : "null"));
        }
    }
}
