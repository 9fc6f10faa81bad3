package cn.bishui.complaints.evidence.jdbc;

import cn.bishui.complaints.evidence.Evidence;
import cn.bishui.complaints.evidence.EvidenceFiles;
import cn.bishui.complaints.evidence.EvidenceKind;
import cn.bishui.complaints.evidence.EvidenceList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One piece of a file is in memory at a time, both ways; no connection is held while a reader takes its time. */
@Repository
class JdbcEvidence implements EvidenceFiles, EvidenceList {

    static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;

    JdbcEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int countLocked(UUID complaint, EvidenceKind kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('evidence ' || :complaint, 0))")
                .param("complaint", complaint.toString())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("select count(*) as kept from evidence where complaint = :complaint and kind = :kind")
                .param("complaint", complaint)
                .param("kind", kind.name())
                .query((row, _) -> row.getInt("kept"))
                .single();
    }

    @Override
    public void keep(Evidence evidence, Path file) throws IOException {
        jdbc.sql("""
            insert into evidence (id, complaint, kind, media_type, bytes, sha256, added_by, added_at)
            values (:id, :complaint, :kind, :mediaType, :bytes, :sha256, :by, :at)\
            """)
                .param("id", evidence.id())
                .param("complaint", evidence.complaint())
                .param("kind", evidence.kind().name())
                .param("mediaType", evidence.mediaType())
                .param("bytes", evidence.bytes())
                .param("sha256", evidence.sha256())
                .param("by", evidence.by())
                .param("at", Timestamp.from(evidence.at()))
                .update();
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                jdbc.sql("insert into evidence_chunk (evidence, number, content) values (:id, :number, :content)")
                        .param("id", evidence.id())
                        .param("number", number++)
                        .param("content", chunk)
                        .update();
            }
        }
    }

    @Override
    public void copy(UUID id, long from, long to, OutputStream out) throws IOException {
        long at = from;
        while (at <= to) {
            int number = Math.toIntExact(at / CHUNK);
            int start = Math.toIntExact(at % CHUNK);
            int length = Math.toIntExact(Math.min(CHUNK - start, to - at + 1));
            // substring counts from 1
            byte[] part = jdbc.sql("""
                select substring(content from :start for :length) as part from evidence_chunk
                where evidence = :id and number = :number\
                """)
                    .param("id", id)
                    .param("number", number)
                    .param("start", start + 1)
                    .param("length", length)
                    .query((row, _) -> row.getBytes("part"))
                    .single();
            out.write(part);
            at += length;
        }
    }

    @Override
    public List<Evidence> of(UUID complaint) {
        return jdbc.sql("select * from evidence where complaint = :complaint order by seq")
                .param("complaint", complaint)
                .query(JdbcEvidence::evidence)
                .list();
    }

    @Override
    public Map<UUID, List<Evidence>> ofAll(Collection<UUID> complaints) {
        Map<UUID, List<Evidence>> all = new HashMap<>();
        if (!complaints.isEmpty()) {
            jdbc.sql("select * from evidence where complaint = any(:complaints) order by seq")
                    .param("complaints", complaints.toArray(UUID[]::new))
                    .query(JdbcEvidence::evidence)
                    .list()
                    .forEach(each -> all.computeIfAbsent(each.complaint(), _ -> new ArrayList<>())
                            .add(each));
        }
        return all;
    }

    @Override
    public Map<UUID, Integer> counts(Collection<UUID> complaints) {
        Map<UUID, Integer> counts = new HashMap<>();
        if (!complaints.isEmpty()) {
            jdbc.sql("""
                select complaint, count(*) as kept from evidence where complaint = any(:complaints)
                group by complaint\
                """).param("complaints", complaints.toArray(UUID[]::new)).query(row -> {
                counts.put(row.getObject("complaint", UUID.class), row.getInt("kept"));
            });
        }
        return counts;
    }

    @Override
    public Optional<Evidence> named(UUID id) {
        return jdbc.sql("select * from evidence where id = :id")
                .param("id", id)
                .query(JdbcEvidence::evidence)
                .optional();
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getObject("complaint", UUID.class),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }
}
