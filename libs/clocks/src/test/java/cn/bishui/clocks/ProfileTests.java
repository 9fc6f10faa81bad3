package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTests {

    private static final String HEADER =
            "clock,id,valid_from,valid_to,value,unit,day_kind,holiday_shift,reminders,note,source\n";
    private static final String STRICT = HEADER + """
            CMP-TELL,X-TELL-2025,2025-07-01,2026-06-30,10,,,,,,省举报办法 12
            CMP-TELL,X-TELL-2026,2026-07-01,,5,day,working,,short,local service promise,省举报办法(2026) 12
            CMP-FINISH,X-FINISH,2025-07-01,,45,,,,,,省举报办法 15
            CMP-PLATFORM,X-PLATFORM,2025-07-01,,,,,,,,平台要求
            """;
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);

    private final LegalClocks law = new LegalClocks(WorkingDays.china());

    @Test
    void followsOrder15WhereNothingStricterIsSet() {
        assertThat(law.deadline("CMP-TELL", BEFORE).due()).isEqualTo(LocalDate.of(2025, 7, 15));
        Instant received = Instant.parse("2025-06-30T02:00:00Z");
        RunningClock finish = law.start("CMP-FINISH", received, received, "ENV");
        assertThat(finish.lastDay()).isEqualTo(LocalDate.of(2025, 8, 29));
        assertThat(finish.extend("head", 30, "env-head", received, law).lastDay())
                .isEqualTo(LocalDate.of(2025, 9, 28));
        assertThat(law.applies("CMP-PLATFORM", BEFORE)).isFalse();
        assertThat(law.applies("CMP-TELL", BEFORE)).isTrue();
    }

    @Test
    void followsTheProfileByTheDateOfItsRule() throws IOException {
        LegalClocks local = law.with(Profile.read(new StringReader(STRICT)));

        assertThat(local.deadline("CMP-TELL", BEFORE)).isEqualTo(law.deadline("CMP-TELL", BEFORE));
        assertThat(local.deadline("CMP-TELL", LocalDate.of(2025, 7, 1)))
                .isEqualTo(new Deadline(LocalDate.of(2025, 7, 11), false, "X-TELL-2025", "省举报办法 12"));
        assertThat(local.deadline("CMP-TELL", LocalDate.of(2026, 7, 1)))
                .isEqualTo(new Deadline(LocalDate.of(2026, 7, 8), false, "X-TELL-2026", "省举报办法(2026) 12"));
        assertThat(local.deadline("CMP-PASS", BEFORE)).isEqualTo(law.deadline("CMP-PASS", BEFORE));
        assertThat(local.applies("CMP-PLATFORM", BEFORE)).isFalse();
        assertThat(local.applies("CMP-PLATFORM", BEFORE.plusDays(1))).isTrue();
        assertThat(local.law().deadline("CMP-TELL", LocalDate.of(2026, 7, 1)).rule())
                .isEqualTo("CMP-TELL");
        assertThat(local.all()).hasSize(102);
    }

    @Test
    void keepsAClockUnderTheRuleItWasStartedUnder() throws IOException {
        LegalClocks local = law.with(Profile.read(new StringReader(STRICT)));
        Instant received = Instant.parse("2025-08-01T02:00:00Z");

        RunningClock underTheLaw = law.start("CMP-FINISH", received, received, "ENV");
        RunningClock underTheProfile = local.start("CMP-FINISH", received, received, "ENV");

        assertThat(underTheLaw.recount(local)).isEqualTo(underTheLaw);
        assertThat(underTheProfile.lastDay()).isEqualTo(LocalDate.of(2025, 9, 15));
        // the head's extension is the law's
        assertThat(underTheProfile
                        .extend("head", 30, "env-head", received, local)
                        .lastDay())
                .isEqualTo(LocalDate.of(2025, 10, 15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // laxer than the law, plainly or on some days only
                "CMP-TELL,X,,,16,,,,,,",
                "CMP-TELL,X,2025-01-01,,11,day,working,,,,",
                // a citizen's right, a term, no clock at all, an id or a plan that cannot be
                "CMP-REEX,X,,,10,,,,,,",
                "PMT-VALID,X,,,3,,,,,,",
                "ENF-SURCHARGE,X,,,3,,,,,,",
                "NONE,X,,,3,,,,,,",
                "CMP-TELL,CMP-TELL,,,5,,,,,,",
                "CMP-TELL,X,,,5,,,,no-such-plan,,",
                // the 30 days of the head's extension are calendar days
                "CMP-FINISH,X,,,20,day,working,,,,",
                ",X,,,5,,,,,,",
                "CMP-TELL,,,,5,,,,,,",
            })
    void refusesWhatAProfileMayNotSet(String row) {
        assertThatThrownBy(() -> law.with(Profile.read(new StringReader(HEADER + row))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isTheLawWithoutRows() {
        assertThat(law.with(Profile.none()).all()).isEqualTo(law.all());
    }
}
