package cn.bishui.complaints.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditLog;
import cn.bishui.audit.AuditReader;
import cn.bishui.complaints.Visitor;
import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.TestKeys;
import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import cn.bishui.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
@ExtendWith(OutputCaptureExtension.class)
class IdentityIT {

    private static final Actor REPORTER = new Actor("reporter", null, null);
    private static final Actor CALLER_BACK = new Actor("call-back", "ENV", null);
    private static final Identity SOMEBODY = new Identity("张某测试", "138 0000 0001", "示例街道示例小区3号楼", "wx-example");

    private final KeepIdentity keep;
    private final ReadIdentity read;
    private final HasIdentity has;
    private final UsePhone usePhone;
    private final Identities identities;
    private final Keys keys;
    private final AuditLog audit;
    private final AuditReader auditReader;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final Visitor visitor;
    private final UUID complaint = UUID.randomUUID();

    IdentityIT(
            KeepIdentity keep,
            ReadIdentity read,
            HasIdentity has,
            UsePhone usePhone,
            Identities identities,
            Keys keys,
            AuditLog audit,
            AuditReader auditReader,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            SettableClock clock,
            RestTestClient http) {
        this.keep = keep;
        this.read = read;
        this.has = has;
        this.usePhone = usePhone;
        this.identities = identities;
        this.keys = keys;
        this.audit = audit;
        this.auditReader = auditReader;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.visitor = new Visitor(http);
    }

    private List<String> audited(UUID of) {
        return auditReader.about("identity/" + of).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private long looks(UUID of) {
        return jdbc.sql("select count(*) from identity_look where complaint = ?")
                .param(of)
                .query(Long.class)
                .single();
    }

    private EntityExchangeResult<byte[]> ask(String token, String reason) {
        return visitor.post(token, "/complaints/identity/" + complaint, "reason=" + reason);
    }

    @Test
    void keepsWhoReportedUnderAKeyThatIsNotInTheDatabase() {
        keep.keep(complaint, SOMEBODY, REPORTER);

        KeptIdentity kept = identities.of(complaint).orElseThrow();
        assertThat(kept.sealed().keyId()).isEqualTo(keys.currentId());
        String row = new String(kept.sealed().ciphertext(), StandardCharsets.UTF_8);
        assertThat(row).doesNotContain("张某测试", "0001", "示例");
        String whole = jdbc.sql("select row_to_json(i)::text from identity i where complaint = ?")
                .param(complaint)
                .query(String.class)
                .single();
        assertThat(whole).doesNotContain("张某测试", "13800000001", "示例");
        assertThat(audited(complaint)).containsExactly("identity.kept");
        assertThat(auditReader.about("identity/" + complaint).getFirst().details())
                .isEmpty();
    }

    @Test
    void opensForItsOwnComplaintOnly() {
        UUID other = UUID.randomUUID();
        keep.keep(complaint, SOMEBODY, REPORTER);
        keep.keep(other, new Identity("李某", null, null, null), REPORTER);
        jdbc.sql("""
            update identity i set nonce = j.nonce, ciphertext = j.ciphertext from identity j
            where i.complaint = :other and j.complaint = :complaint\
            """).param("other", other).param("complaint", complaint).update();

        assertThatThrownBy(() -> read.read(other, "电话回访办理结果", CALLER_BACK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("张某");
        assertThat(looks(other)).as("nothing was shown").isZero();
    }

    @Test
    void saysWhetherSomebodyIsKnownAndNothingMore() {
        UUID anonymous = UUID.randomUUID();
        UUID landline = UUID.randomUUID();
        keep.keep(complaint, SOMEBODY, REPORTER);
        keep.keep(landline, new Identity(null, "0432-6200001", null, null), REPORTER);
        keep.keep(anonymous, Identity.none(), REPORTER);

        assertThat(has.among(List.of(complaint, landline, anonymous))).isEqualTo(Set.of(complaint, landline));
        assertThat(has.has(anonymous)).isFalse();
        assertThat(has.isNamed(complaint)).isTrue();
        assertThat(has.isNamed(landline)).isFalse();
        assertThat(has.hasMobile(complaint)).isTrue();
        assertThat(has.hasMobile(landline)).isFalse();
        assertThat(audited(anonymous)).isEmpty();
    }

    @Test
    void replacesAndForgets() {
        keep.keep(complaint, SOMEBODY, REPORTER);
        keep.keep(complaint, new Identity(null, "13800000002", null, null), REPORTER);
        assertThat(read.read(complaint, "电话回访办理结果", CALLER_BACK).phone()).isEqualTo("13800000002");
        assertThat(has.isNamed(complaint)).isFalse();

        keep.keep(complaint, Identity.none(), REPORTER);
        assertThat(has.has(complaint)).isFalse();
        assertThat(audited(complaint))
                .containsExactly("identity.kept", "identity.kept", "identity.read", "identity.forgotten");
    }

    @Test
    void showsWhoReportedToAReaderOfIdentitiesForAReason(CapturedOutput output) {
        keep.keep(complaint, SOMEBODY, REPORTER);

        EntityExchangeResult<byte[]> form = visitor.get(Visitor.IDENTITY_READER, "/complaints/identity/" + complaint);
        assertThat(Visitor.text(form)).contains("查看理由").doesNotContain("张某测试", "0001");

        EntityExchangeResult<byte[]> short4 = ask(Visitor.IDENTITY_READER, "回访一下");
        assertThat(Visitor.text(short4)).contains("至少5个字").doesNotContain("张某测试", "0001");
        EntityExchangeResult<byte[]> none = ask(Visitor.IDENTITY_READER, "");
        assertThat(Visitor.text(none)).contains("请填写").doesNotContain("张某测试", "0001");
        assertThat(looks(complaint)).isZero();

        EntityExchangeResult<byte[]> shown = ask(Visitor.IDENTITY_READER, "电话回访办理结果");
        assertThat(shown.getStatus().value()).isEqualTo(200);
        assertThat(shown.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(Visitor.text(shown))
                .contains("张某测试", "138 0000 0001", "tel:13800000001", "示例街道示例小区3号楼", "wx-example")
                .doesNotContain("??");
        assertThat(looks(complaint)).isEqualTo(1);
        assertThat(audited(complaint)).containsExactly("identity.kept", "identity.read");
        assertThat(auditReader
                        .about("identity/" + complaint)
                        .getLast()
                        .details()
                        .toString())
                .doesNotContain("张某", "0001", "回访");

        EntityExchangeResult<byte[]> english = visitor.post(
                Visitor.IDENTITY_READER, "/complaints/identity/" + complaint + "?lang=en", "reason=calling+back");
        assertThat(Visitor.text(english)).contains("Who reported").doesNotContain("??");
        assertThat(output.getAll()).doesNotContain("张某测试", "138 0000 0001", "示例小区", "wx-example");
    }

    @Test
    void isClosedToAllOthersWhateverTheirRoles() {
        keep.keep(complaint, SOMEBODY, REPORTER);
        List<String> others =
                List.of(Visitor.OPERATOR, Visitor.WATER_HANDLER, Visitor.HEAD, Visitor.SUPERVISOR, Visitor.READER);

        for (String other : others) {
            EntityExchangeResult<byte[]> refused = ask(other, "我想看看是谁举报的");
            assertThat(refused.getStatus().value()).isEqualTo(403);
            assertThat(Visitor.text(refused)).doesNotContain("张某测试", "0001");
            assertThat(visitor.get(other, "/complaints/identity/" + complaint)
                            .getStatus()
                            .value())
                    .isEqualTo(403);
        }
        assertThat(ask("", "我想看看是谁举报的").getStatus().value()).isEqualTo(401);
        assertThat(looks(complaint)).isZero();
    }

    @Test
    void answersForNobodyAsForNoComplaint() {
        assertThat(visitor.get(Visitor.IDENTITY_READER, "/complaints/identity/" + complaint)
                        .getStatus()
                        .value())
                .isEqualTo(404);
        assertThat(ask(Visitor.IDENTITY_READER, "电话回访办理结果").getStatus().value()).isEqualTo(404);
        assertThatThrownBy(() -> read.read(complaint, "电话回访办理结果", CALLER_BACK)).isInstanceOf(RuleBroken.class);
        assertThat(looks(complaint)).isZero();
    }

    @Test
    void showsNothingWhereTheLookCannotBeNoted(CapturedOutput output) {
        keep.keep(complaint, SOMEBODY, REPORTER);
        for (String table : List.of("identity_look", "audit_log")) {
            jdbc.sql("alter table " + table + " rename to gone").update();
            try {
                EntityExchangeResult<byte[]> failed = ask(Visitor.IDENTITY_READER, "电话回访办理结果");
                assertThat(failed.getStatus().value()).as(table).isEqualTo(500);
                assertThat(Visitor.text(failed)).doesNotContain("张某测试", "0001");
            } finally {
                jdbc.sql("alter table gone rename to " + table).update();
            }
        }
        assertThat(looks(complaint)).isZero();
        assertThat(output.getAll()).doesNotContain("张某测试", "138 0000 0001");
    }

    @Test
    void showsEveryLookToTheSupervisorOnly() {
        clock.setTo("2026-11-23T08:00");
        String reason = "核对" + UUID.randomUUID();
        for (int i = 0; i < 12; i++) {
            UUID each = UUID.randomUUID();
            keep.keep(each, SOMEBODY, REPORTER);
            read.read(each, reason + " " + i, CALLER_BACK);
        }
        clock.setTo("2026-11-24T08:00");
        keep.keep(complaint, SOMEBODY, REPORTER);
        read.read(complaint, reason + " =1+1", CALLER_BACK);

        String page = Visitor.text(visitor.get(Visitor.SUPERVISOR, "/complaints/looks?size=10&q=" + reason));
        assertThat(page).contains("共13条", "call-back", "区环保局", "2026-11-24").doesNotContain("张某测试", "0001", "??");
        String second = Visitor.text(visitor.get(Visitor.SUPERVISOR, "/complaints/looks?size=10&page=2&q=" + reason));
        assertThat(second).contains("第11–13条").doesNotContain("2026-11-24");
        String lastDay = Visitor.text(
                visitor.get(Visitor.SUPERVISOR, "/complaints/looks?from=2026-11-24&to=2026-11-24&q=" + reason));
        assertThat(lastDay).contains("共1条");
        String english = Visitor.text(visitor.get(Visitor.SUPERVISOR, "/complaints/looks?lang=en&q=" + reason));
        assertThat(english).contains("Looks at reporters").doesNotContain("??");

        String csv = Visitor.text(visitor.get(Visitor.SUPERVISOR, "/complaints/looks.csv?q=" + reason));
        assertThat(csv.lines()).hasSize(14);
        assertThat(csv).startsWith("\ufeff时间,举报件,查看人,部门,理由").doesNotContain("张某测试", "0001");
        String api = Visitor.text(visitor.get(Visitor.SUPERVISOR, "/api/complaints/v1/looks?complaint=" + complaint));
        assertThat(api).contains("\"total\":1", complaint.toString(), reason).doesNotContain("张某测试", "0001");

        for (String other : List.of(
                Visitor.OPERATOR, Visitor.WATER_HANDLER, Visitor.HEAD, Visitor.READER, Visitor.IDENTITY_READER)) {
            for (String path : List.of("/complaints/looks", "/complaints/looks.csv", "/api/complaints/v1/looks")) {
                assertThat(visitor.get(other, path).getStatus().value()).isEqualTo(403);
            }
        }
    }

    @Test
    void letsNobodyChangeALook() {
        keep.keep(complaint, SOMEBODY, REPORTER);
        read.read(complaint, "电话回访办理结果", CALLER_BACK);

        for (String change : List.of(
                "update identity_look set reason = 'x' where complaint = ?",
                "delete from identity_look where complaint = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(complaint).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void handsAPhoneToTheServiceItselfAndNotesThatWithoutALook() {
        keep.keep(complaint, SOMEBODY, REPORTER);

        Optional<String> phone = Optional.ofNullable(
                        transaction.execute(_ -> usePhone.of(complaint, "answered", Actor.system("complaints"))))
                .flatMap(each -> each);

        assertThat(phone).hasValue("138 0000 0001");
        assertThat(looks(complaint)).isZero();
        assertThat(auditReader.about("identity/" + complaint).getLast())
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("identity.used"))
                .satisfies(entry -> assertThat(entry.details()).containsOnlyKeys("purpose"));
    }

    @Test
    void putsEverythingUnderANewKeyAndLeavesWhatItCannotOpen() {
        Keys before = TestKeys.of("before");
        Keys after = TestKeys.of("after", "before");
        UUID lost = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            new KeepIdentity(identities, new Vault(before), audit, clock).keep(complaint, SOMEBODY, REPORTER);
            new KeepIdentity(identities, new Vault(TestKeys.of("lost")), audit, clock).keep(lost, SOMEBODY, REPORTER);
        });

        RotateIdentities rotate = new RotateIdentities(new RotateSome(identities, new Vault(after), audit));
        Integer rotated = transaction.execute(_ -> rotate.rotate());

        assertThat(rotated).isEqualTo(1);
        KeptIdentity kept = identities.of(complaint).orElseThrow();
        assertThat(kept.sealed().keyId()).isEqualTo(after.currentId());
        assertThat(new Vault(TestKeys.of("after")).open(kept)).isEqualTo(SOMEBODY);
        assertThat(identities.of(lost).orElseThrow().sealed().keyId())
                .isEqualTo(TestKeys.of("lost").currentId());
        assertThat(audited(UUID.randomUUID())).isEmpty();
        assertThat(auditReader.about("identity/" + after.currentId()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("identities", 1));
        jdbc.sql("delete from identity where complaint = any(?)")
                .param(new UUID[] {complaint, lost})
                .update();
    }

    @Test
    void knowsOtherServicesRolesForNothing() {
        keep.keep(complaint, SOMEBODY, REPORTER);
        assertThat(ask(Tokens.as("other", Bureau.ENV, "permits.clerk", "enforcement.head"), "我想看看是谁举报的")
                        .getStatus()
                        .value())
                .isEqualTo(403);
    }
}
