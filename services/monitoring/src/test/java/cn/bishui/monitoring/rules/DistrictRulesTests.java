package cn.bishui.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Rules;
import cn.bishui.standards.effluent.EffectiveMean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictRulesTests {

    private static final LocalDate BEFORE = LocalDate.of(2026, 6, 30);
    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
    private static final String HEAD = "id,value,unit,valid_from,valid_to,zh,en,source,status,doubt\n";

    @TempDir
    Path directory;

    @Test
    void aDistrictsOwnShareOfValidHoursDecidesFromItsFirstDay() throws IOException {
        Rules own = rules(Files.writeString(
                directory.resolve("own.csv"),
                HEAD + "load.valid.day,80,%,2026-07-01,,一日有效数据比例不低于80%,80 % of a day are valid,区文件示例,ours,\n"));
        assertThat(outcome(BEFORE, own)).isEqualTo(EffectiveMean.Outcome.VALID);
        assertThat(outcome(FROM, own)).isEqualTo(EffectiveMean.Outcome.TOO_FEW);
        assertThat(outcome(FROM, rules(null))).isEqualTo(EffectiveMean.Outcome.VALID);
    }

    @Test
    void aFileThatCannotBeUsedKeepsTheServiceFromStarting() throws IOException {
        Path unknown = Files.writeString(
                directory.resolve("unknown.csv"), HEAD + "load.valid.week,80,%,2026-07-01,,周,week,区文件示例,ours,\n");
        assertThatThrownBy(() -> rules(unknown)).hasMessageContaining("load.valid.week");
        assertThatThrownBy(() -> rules(directory.resolve("none.csv"))).isInstanceOf(UncheckedIOException.class);
    }

    private static Rules rules(@Nullable Path file) {
        return new DistrictRules().rules(new RuleSettings(file));
    }

    /** Of a day with discharge in 24 hours and 19 valid ones, which are 79 %. */
    private static EffectiveMean.Outcome outcome(LocalDate day, Rules rules) {
        List<EffectiveMean.Hour> hours = IntStream.range(0, 24)
                .mapToObj(hour -> new EffectiveMean.Hour(hour, BigDecimal.TEN, hour < 19 ? "N" : "D", BigDecimal.TEN))
                .toList();
        return EffectiveMean.of(Pollutants.of("w01018"), hours, EffectiveMean.Span.UNKNOWN, day, rules)
                .outcome();
    }
}
