package cn.bishui.complaints.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditReader;
import cn.bishui.complaints.Visitor;
import cn.bishui.complaints.identity.Identity;
import cn.bishui.complaints.identity.KeepIdentity;
import cn.bishui.complaints.key.TestKeys;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import cn.bishui.web.Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
@ExtendWith(OutputCaptureExtension.class)
class ContactIT {

    private static final Client HERE = Client.of("127.0.0.1");
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final AtomicInteger PHONES = new AtomicInteger();

    private final RequestCode requestCode;
    private final VerifyCode verifyCode;
    private final VerifiedPhones verifiedPhones;
    private final TextReporter textReporter;
    private final SmsQueue queue;
    private final SendSms sendSms;
    private final Mailbox mailbox;
    private final KeepIdentity keepIdentity;
    private final AuditReader auditReader;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final Visitor visitor;
    private final String phone = "1380000%04d".formatted(PHONES.incrementAndGet());

    ContactIT(
            RequestCode requestCode,
            VerifyCode verifyCode,
            VerifiedPhones verifiedPhones,
            TextReporter textReporter,
            SmsQueue queue,
            SendSms sendSms,
            Mailbox mailbox,
            KeepIdentity keepIdentity,
            AuditReader auditReader,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            SettableClock clock,
            RestTestClient http) {
        this.requestCode = requestCode;
        this.verifyCode = verifyCode;
        this.verifiedPhones = verifiedPhones;
        this.textReporter = textReporter;
        this.queue = queue;
        this.sendSms = sendSms;
        this.mailbox = mailbox;
        this.keepIdentity = keepIdentity;
        this.auditReader = auditReader;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.visitor = new Visitor(http);
    }

    private List<String> messages() {
        return mailbox.newest(1000).stream()
                .filter(message -> message.phone().equals(phone))
                .map(Mailbox.Message::text)
                .toList();
    }

    private UUID request() {
        return requestCode.request(phone, HERE, Locale.CHINESE);
    }

    private String code(int message) {
        await().untilAsserted(() -> assertThat(messages()).hasSizeGreaterThanOrEqualTo(message));
        Matcher code = CODE.matcher(messages().getFirst());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '0' ? '1' : '0') + code.substring(1);
    }

    private static void assertRefused(String code, RuleBroken.Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo(code);
            assertThat(broken.kind()).isEqualTo(kind);
        });
    }

    @Test
    void provesAPhoneByACodeThatWentThere(CapturedOutput output) {
        UUID request = request();
        String code = code(1);
        assertThat(messages().getFirst()).startsWith("【12369环保举报】验证码" + code);

        String token = verifyCode.verify(request, " " + code.substring(0, 3) + " " + code.substring(3));

        assertThat(verifiedPhones.of(token)).isEqualTo(new Phone(phone));
        assertThat(token).doesNotContain(phone).matches("[\\w.-]+");
        assertRefused("contact.code-over", RuleBroken.Kind.CONFLICT, () -> verifyCode.verify(request, code));
        assertThat(output.getAll()).doesNotContain(phone, code);
    }

    @Test
    void keepsCodesAndPhonesAsHashesOnly() {
        request();
        String code = code(1);

        String row = jdbc.sql("select string_agg(row_to_json(c)::text, '') from one_time_code c")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(phone, "\"" + code, hex(phone), hex(code));
        await().untilAsserted(() -> assertThat(jdbc.sql("""
            select count(*) from sms
            where (done_at is null and due <= now()) or (done_at is not null and length(ciphertext) > 0)\
            """).query(Long.class).single())
                .as("what a message said is forgotten")
                .isZero());
    }

    /** How a column of bytes shows a text. */
    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void writesInTheReadersLanguage() {
        requestCode.request(phone, HERE, Locale.ENGLISH);
        code(1);
        assertThat(messages().getFirst()).startsWith("【12369环保举报】Your code is ");
    }

    @Test
    void letsACodeBeTriedFiveTimes() {
        UUID request = request();
        String code = code(1);
        for (int left = 4; left > 0; left--) {
            int triesLeft = left;
            assertThatThrownBy(() -> verifyCode.verify(request, wrong(code)))
                    .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                        assertThat(broken.code()).isEqualTo("contact.code-wrong");
                        assertThat(broken.arguments()).containsExactly(triesLeft);
                    });
        }
        assertRefused("contact.code-over", RuleBroken.Kind.CONFLICT, () -> verifyCode.verify(request, wrong(code)));
        assertRefused("contact.code-over", RuleBroken.Kind.CONFLICT, () -> verifyCode.verify(request, code));
        assertRefused("contact.code-form", RuleBroken.Kind.INVALID, () -> verifyCode.verify(request, "12345"));
        assertRefused("contact.code-over", RuleBroken.Kind.CONFLICT, () -> verifyCode.verify(UUID.randomUUID(), code));
    }

    @Test
    void letsACodeHoldForFiveMinutesAndItsProofForThirty() {
        clock.setTo("2026-11-23T08:00");
        UUID late = request();
        String lateCode = code(1);
        clock.advance(Duration.ofMinutes(5));
        assertRefused("contact.code-over", RuleBroken.Kind.CONFLICT, () -> verifyCode.verify(late, lateCode));

        UUID request = request();
        String code = code(2);
        String token = verifyCode.verify(request, code);
        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(verifiedPhones.of(token)).isEqualTo(new Phone(phone));
        clock.advance(Duration.ofSeconds(1));
        assertRefused("contact.token-over", RuleBroken.Kind.INVALID, () -> verifiedPhones.of(token));
    }

    @Test
    void takesNoProofThatIsNotItsOwn() {
        String strangers = new VerifiedPhones(TestKeys.of("stranger"), clock).token(new Phone(phone));
        for (String forged : List.of("", "x", strangers, strangers + "A", "00000000." + "A".repeat(60))) {
            assertRefused("contact.token-over", RuleBroken.Kind.INVALID, () -> verifiedPhones.of(forged));
        }
    }

    @Test
    void sendsOneCodeAMinuteAndFiveADayToAPhone() {
        clock.setTo("2026-11-23T08:00");
        request();
        clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(this::request).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo("contact.too-soon");
            assertThat(broken.retryAfter()).hasValue(Duration.ofSeconds(30));
        });
        for (int i = 1; i < 5; i++) {
            clock.advance(Duration.ofMinutes(1));
            request();
        }
        clock.advance(Duration.ofMinutes(1));
        assertRefused("contact.too-many-today", RuleBroken.Kind.TOO_MANY, this::request);
        clock.advance(Duration.ofDays(1).minusMinutes(5));
        request();
    }

    @Test
    void countsCodesByAddressToo() {
        Client elsewhere = Client.of("203.0.113.77");
        for (int i = 0; i < 10; i++) {
            requestCode.request("1390000%04d".formatted(i), elsewhere, Locale.CHINESE);
        }
        assertRefused(
                "quota.code",
                RuleBroken.Kind.TOO_MANY,
                () -> requestCode.request("13900000010", elsewhere, Locale.CHINESE));
        assertRefused(
                "phone.form", RuleBroken.Kind.INVALID, () -> requestCode.request("12369", elsewhere, Locale.CHINESE));
    }

    @Test
    void isNotToBeAskedInsideATransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> request()))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> verifyCode.verify(UUID.randomUUID(), "123456")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void writesToAReporterWhomNobodyGetsToSee(CapturedOutput output) {
        UUID complaint = UUID.randomUUID();
        keepIdentity.keep(complaint, new Identity(null, phone, null, null), new Actor("reporter", null, null));

        assertThat(textReporter.tell(complaint, "您的举报已受理", "accepted", Actor.system("complaints")))
                .isTrue();
        assertThat(textReporter.tell(UUID.randomUUID(), "您的举报已受理", "accepted", Actor.system("complaints")))
                .as("nobody to write to")
                .isFalse();

        await().untilAsserted(() -> assertThat(messages()).containsExactly("您的举报已受理"));
        assertThat(auditReader
                        .about("identity/" + complaint)
                        .getLast()
                        .details()
                        .toString())
                .contains("accepted")
                .doesNotContain(phone, "受理");
        assertThat(output.getAll()).doesNotContain(phone);
    }

    @Test
    void writesNothingWhereTheTransactionFails() {
        UUID complaint = UUID.randomUUID();
        keepIdentity.keep(complaint, new Identity(null, phone, null, null), new Actor("reporter", null, null));
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    textReporter.tell(complaint, "没有发生", "accepted", Actor.system("complaints"));
                    throw new IllegalArgumentException("rolled back");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        textReporter.tell(complaint, "发生了", "accepted", Actor.system("complaints"));

        await().untilAsserted(() -> assertThat(messages()).containsExactly("发生了"));
    }

    @Test
    void losesNoMessageOfAProcessThatDied() {
        Instant start = clock.instant();
        clock.setTo(start);
        // somebody took it in the very transaction and was never heard of again
        transaction.executeWithoutResult(_ -> {
            sendSms.send(new Phone(phone), "没有丢", Duration.ofDays(1));
            assertThat(queue.take(start, start.plus(Duration.ofMinutes(2)), 100))
                    .isNotEmpty();
        });
        String other = "1370000%04d".formatted(PHONES.incrementAndGet());
        transaction.executeWithoutResult(_ -> sendSms.send(new Phone(other), "后来的", Duration.ofDays(1)));
        await().untilAsserted(() -> assertThat(mailbox.newest(1000))
                .anyMatch(message -> message.phone().equals(other)));
        assertThat(messages()).isEmpty();

        clock.advance(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(messages()).containsExactly("没有丢"));
    }

    @Test
    void showsTheMailboxOnAPlatformForTryingOut() {
        request();
        String code = code(1);

        assertThat(Visitor.text(visitor.get("", "/12369/mailbox")))
                .contains(code, phone, "试用")
                .doesNotContain("??");
        assertThat(Visitor.text(visitor.get("", "/12369/mailbox?lang=en")))
                .contains("Trial mailbox")
                .doesNotContain("??");
    }
}
