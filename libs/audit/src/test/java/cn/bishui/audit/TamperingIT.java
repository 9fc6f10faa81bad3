package cn.bishui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.audit.AuditVerdict.Broken;
import cn.bishui.audit.AuditVerdict.Kind;
import cn.bishui.audit.AuditVerdict.Sound;
import cn.bishui.testkit.BishuiIT;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody could do who owns the tables and takes their triggers away. Each does it in a transaction that is
 * rolled back once the verifier has looked.
 */
@BishuiIT
class TamperingIT {

    private static final int ENTRIES = 8;

    private final AuditLog log;
    private final AuditVerifier verifier;
    private final AuditTable table;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** Place of the first entry of this test; {@code first + 7} is the last of the chain. */
    private long first;

    TamperingIT(
            AuditLog log,
            AuditVerifier verifier,
            JdbcTemplate template,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.log = log;
        this.verifier = verifier;
        this.table = new AuditTable(template);
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void writeSomeEntries() {
        first = table.head().seq() + 1;
        for (int i = 0; i < ENTRIES; i++) {
            int number = i;
            transaction.executeWithoutResult(
                    _ -> log.record(People.CLERK, "step-" + number, "permit/1", Map.of("number", number)));
        }
        assertThat(verifier.verify()).isInstanceOf(Sound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_log set action = 'x'",
                "delete from audit_log",
                "truncate audit_log",
                "update audit_anchor set hash = 'x'",
                "delete from audit_anchor",
                "truncate audit_anchor",
                "delete from audit_head",
                "truncate audit_head"
            })
    void theServiceItselfMayOnlyAppend(String statement) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("insert into audit_anchor values (:entries, 'x', now()) on conflict do nothing")
                    .param("entries", first)
                    .update();
            assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("append-only");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "actor", "bureau", "unit", "action", "subject", "details", "prev_hash", "hash"})
    void anEditOfAnyColumnIsFound(String column) {
        String value = column.equals("at") ? "now()" : "'x'";

        assertBroken(
                tamper(() -> run("update audit_log set " + column + " = " + value + " where seq = ?", first + 3)),
                Kind.EDITED,
                first + 3);
    }

    @Test
    void anEditWithAHashThatFitsIsFoundByTheNextEntry() {
        assertBroken(
                tamper(() -> replace(forged(
                        link(first + 3), first + 3, "forged", link(first + 3).prevHash()))),
                Kind.EDITED,
                first + 3);
    }

    @Test
    void anEditOfTheLastEntryWithAHashThatFitsIsFoundByTheHead() {
        long last = first + ENTRIES - 1;

        assertBroken(
                tamper(() ->
                        replace(forged(link(last), last, "forged", link(last).prevHash()))),
                Kind.EDITED,
                last);
    }

    @Test
    void aDeletedEntryIsFound() {
        assertBroken(tamper(() -> run("delete from audit_log where seq = ?", first + 3)), Kind.DELETED, first + 3);
    }

    @Test
    void severalDeletedEntriesAreNamed() {
        Broken broken = tamper(() -> run("delete from audit_log where seq between ? and ?", first + 3, first + 5));

        assertBroken(broken, Kind.DELETED, first + 3);
        assertThat(broken.why()).contains("entries %d to %d are missing".formatted(first + 3, first + 5));
    }

    @Test
    void theVeryFirstEntryIsMissed() {
        assertBroken(tamper(() -> run("delete from audit_log where seq = ?", 1L)), Kind.DELETED, 1);
    }

    @Test
    void aDeletedEntryIsFoundThoughTheOthersWereRenumbered() {
        assertBroken(
                tamper(() -> {
                    run("delete from audit_log where seq = ?", first + 3);
                    shift(first + 4, -1);
                }),
                Kind.DELETED,
                first + 3);
    }

    @Test
    void neighboursThatChangedPlacesAreFound() {
        assertBroken(tamper(() -> swap(first + 3, first + 4)), Kind.REORDERED, first + 3);
    }

    @Test
    void entriesFarApartThatChangedPlacesAreFound() {
        assertBroken(tamper(() -> swap(first + 1, first + 6)), Kind.REORDERED, first + 1);
    }

    @Test
    void aForgedEntryInBetweenIsFound() {
        assertBroken(
                tamper(() -> {
                    shift(first + 3, 1);
                    insert(forged(
                            link(first + 2),
                            first + 3,
                            "forged",
                            link(first + 2).hash()));
                }),
                Kind.INSERTED,
                first + 3);
    }

    @Test
    void anEntryInBetweenWhoseHashIsMadeUpIsFound() {
        assertBroken(
                tamper(() -> {
                    shift(first + 3, 1);
                    insert(forged(
                            link(first + 2),
                            first + 3,
                            "forged",
                            link(first + 2).hash()));
                    run("update audit_log set hash = repeat('f', 64) where seq = ?", first + 3);
                }),
                Kind.INSERTED,
                first + 3);
    }

    @Test
    void aForgedEntryAtTheEndIsFound() {
        long last = first + ENTRIES - 1;

        assertBroken(
                tamper(() ->
                        insert(forged(link(last), last + 1, "forged", link(last).hash()))),
                Kind.INSERTED,
                last + 1);
    }

    @Test
    void anEndThatWasCutOffIsFound() {
        assertBroken(tamper(() -> run("delete from audit_log where seq >= ?", first + 5)), Kind.TRUNCATED, first + 5);
    }

    @Test
    void aLogThatWasEmptiedIsFound() {
        assertBroken(tamper(() -> run("truncate audit_log")), Kind.TRUNCATED, 1);
    }

    @Test
    void anEndThatWasCutOffTogetherWithTheHeadIsFoundByAnAnchor() {
        AuditAnchor published = anchorAt(first + 6);

        assertBroken(tamper(() -> cutOffFrom(first + 5), List.of(published)), Kind.TRUNCATED, first + 5);
    }

    @Test
    void aChainThatWasRewrittenAsAWholeIsFoundByAPublishedAnchor() {
        AuditAnchor published = anchorAt(first + 6);

        assertThat(rewrittenFrom(first + 3, List.of())).isInstanceOf(Sound.class);
        assertThat(rewrittenFrom(first + 3, List.of(published)))
                .isInstanceOfSatisfying(Broken.class, broken -> assertBroken(broken, Kind.EDITED, first + 6));
    }

    @Test
    void aChainThatWasRewrittenAfterTheLastAnchorPassesUntilTheNext() {
        assertThat(rewrittenFrom(first + 3, List.of(anchorAt(first + 2)))).isInstanceOf(Sound.class);
    }

    @Test
    void anchorsThatDisagreeAreFound() {
        AuditAnchor published = anchorAt(first + 6);

        assertBroken(
                tamper(() -> run("insert into audit_anchor values (?, 'other', now())", first + 6), List.of(published)),
                Kind.EDITED,
                first + 6);
    }

    @Test
    void anchorsThatHoldAreCounted() {
        assertThat(verifier.verify(List.of(anchorAt(first + 1), anchorAt(first + 6))))
                .isInstanceOfSatisfying(Sound.class, sound -> {
                    assertThat(sound.entries()).isEqualTo(first + ENTRIES - 1);
                    assertThat(sound.anchors()).isGreaterThanOrEqualTo(2);
                });
    }

    private Broken tamper(Runnable tampering) {
        return tamper(tampering, List.of());
    }

    private Broken tamper(Runnable tampering, Collection<AuditAnchor> published) {
        AuditVerdict verdict = verdictAfter(tampering, published);
        assertThat(verdict).isInstanceOf(Broken.class);
        return (Broken) verdict;
    }

    private AuditVerdict verdictAfter(Runnable tampering, Collection<AuditAnchor> published) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            List.of("audit_log", "audit_anchor", "audit_head")
                    .forEach(each -> run("alter table " + each + " disable trigger user"));
            tampering.run();
            return verifier.verify(published);
        }));
    }

    private static void assertBroken(Broken broken, Kind kind, long place) {
        assertThat(broken.kind()).as(broken.why()).isEqualTo(kind);
        assertThat(broken.firstBadSeq()).as(broken.why()).isEqualTo(place);
        long named = kind == Kind.TRUNCATED ? place - 1 : place;
        assertThat(broken.why()).contains("entr").contains(Long.toString(named));
    }

    /** Does it well: every hash fits, and so do the head and the service's own anchors. */
    private AuditVerdict rewrittenFrom(long seq, Collection<AuditAnchor> published) {
        return verdictAfter(
                () -> {
                    String hash = link(seq).prevHash();
                    for (long place = seq; place < first + ENTRIES; place++) {
                        ChainLink link = forged(
                                link(place),
                                place,
                                place == seq ? "forged" : link(place).action(),
                                hash);
                        replace(link);
                        hash = link.hash();
                    }
                    run("update audit_head set hash = ?", hash);
                    run("update audit_anchor a set hash = (select hash from audit_log where seq = a.entries)");
                },
                published);
    }

    private void cutOffFrom(long seq) {
        run("delete from audit_log where seq >= ?", seq);
        run("update audit_head set seq = ?, hash = ?", seq - 1, link(seq - 1).hash());
        run("delete from audit_anchor where entries >= ?", seq);
    }

    private AuditAnchor anchorAt(long seq) {
        return new AuditAnchor(seq, link(seq).hash(), link(seq).at());
    }

    /** A row at a place that differs in its action and has the hash that fits. */
    private static ChainLink forged(ChainLink link, long seq, String action, String prevHash) {
        return new ChainLink(
                        seq,
                        link.at(),
                        link.actor(),
                        link.bureau(),
                        link.unit(),
                        action,
                        link.subject(),
                        link.details(),
                        prevHash,
                        "")
                .sealed();
    }

    private void replace(ChainLink link) {
        run(
                "update audit_log set action = ?, prev_hash = ?, hash = ? where seq = ?",
                link.action(),
                link.prevHash(),
                link.hash(),
                link.seq());
    }

    /** Behind the back of the head. */
    private void insert(ChainLink link) {
        AuditTable.Head head = table.head();
        table.append(List.of(link));
        run("update audit_head set seq = ?, hash = ?", head.seq(), head.hash());
    }

    private ChainLink link(long seq) {
        return table.after(seq - 1, 1).getFirst();
    }

    private void swap(long one, long other) {
        run("update audit_log set seq = 1000000 where seq = ?", one);
        run("update audit_log set seq = ? where seq = ?", one, other);
        run("update audit_log set seq = ? where seq = 1000000", other);
    }

    private void shift(long from, long by) {
        run("update audit_log set seq = seq + 1000000 where seq >= ?", from);
        run("update audit_log set seq = seq - 1000000 + ? where seq >= 1000000", by);
    }

    private void run(String sql, Object... parameters) {
        jdbc.sql(sql).params(parameters).update();
    }
}
