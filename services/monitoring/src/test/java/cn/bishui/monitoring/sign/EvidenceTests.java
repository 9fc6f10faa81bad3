package cn.bishui.monitoring.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvidenceTests {

    private static final Found FOUND = new Found(
            UUID.fromString("5b8e6f0a-2c57-4c0e-9a4e-1d6b0f3c7a91"),
            7,
            "22020200000200005A000002",
            "91220202MADEMQ2B7L",
            "北岸纸板",
            "DW001",
            "总排口",
            Sign.F01,
            "F01 v1 2026-01-01",
            "w01018",
            LocalDateTime.of(2026, 11, 1, 0, 0),
            LocalDateTime.of(2026, 11, 2, 0, 0),
            Instant.parse("2026-11-02T01:00:00.123456Z"),
            "恒值",
            "constant",
            Map.of("mean", "38.4 mg/L"));

    private static Evidence.Row row(String numbers) {
        return new Evidence.Row(
                2061,
                LocalDateTime.of(2026, 11, 1, 0, 0),
                Instant.parse("2026-11-01T01:00:03Z"),
                0,
                1,
                "w01018-Avg,w01018-Flag=N",
                numbers);
    }

    @Test
    void theHashIsThatOfTheWrittenForm() {
        // as sha256sum gives it for the text that the comment of Evidence.hash describes
        assertThat(new Evidence(List.of(row("38.4"))).hash(FOUND))
                .isEqualTo("edb774fcdfe2b1f0897fd490d1772a6a7c9a43fba514a94a433f36e2ff10cfa0");
    }

    @Test
    void everyPartOfARecordAndOfTheFindingCounts() {
        String hash = new Evidence(List.of(row("38.4"))).hash(FOUND);
        assertThat(new Evidence(List.of(row("38.40"))).hash(FOUND)).isNotEqualTo(hash);
        assertThat(new Evidence(List.of(row("38.4"), row("38.4"))).hash(FOUND)).isNotEqualTo(hash);
        assertThat(new Evidence(List.of(row("38.4")))
                        .hash(new Found(
                                FOUND.id(),
                                FOUND.device(),
                                FOUND.mn(),
                                FOUND.unit(),
                                FOUND.unitName(),
                                FOUND.outlet(),
                                FOUND.outletName(),
                                FOUND.sign(),
                                FOUND.ruleVersion(),
                                FOUND.pollutant(),
                                FOUND.from(),
                                FOUND.until(),
                                FOUND.foundAt(),
                                FOUND.zh(),
                                FOUND.en(),
                                Map.of("mean", "38.5 mg/L"))))
                .isNotEqualTo(hash);
        assertThat(new Evidence(List.of(row("38.4")))
                        .hash(new Found(
                                FOUND.id(),
                                FOUND.device(),
                                FOUND.mn(),
                                FOUND.unit(),
                                FOUND.unitName(),
                                "DW002",
                                FOUND.outletName(),
                                FOUND.sign(),
                                FOUND.ruleVersion(),
                                FOUND.pollutant(),
                                FOUND.from(),
                                FOUND.until(),
                                FOUND.foundAt(),
                                FOUND.zh(),
                                FOUND.en(),
                                FOUND.numbers())))
                .isNotEqualTo(hash);
    }
}
