package cn.bishui.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "gb3838-2002-table1.csv, 25",
        "gb3838-2002-sources.csv, 85",
        "gbt14848-2017.csv, 93",
        "gb5749-2022.csv, 97",
        "gb18918-2002.csv, 64",
        "gb8978-1996.csv, 134",
        "black-odorous.csv, 4",
        "trophic.csv, 5",
        "spearman.csv, 16",
        "rules.csv, 76",
        "fraud-signs.csv, 93",
        "standards.csv, 12",
        "further-items.csv, 22",
    })
    void everyRowSaysWhereItStandsAndFromWhen(String table, int rows) {
        List<Csv.Row> read = Csv.resource(table);
        assertThat(read).hasSize(rows);
        for (Csv.Row row : read) {
            Basis basis = Basis.of(row);
            assertThat(basis.source()).as(table + row).isNotBlank();
            assertThat(basis.status()).as(table + row).isIn("verified", "memory", "ours");
            assertThat(basis.validFrom()).isBefore(DAY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb3838-2002-table1.csv", "gb3838-2002-sources.csv", "gb18918-2002.csv", "gb8978-1996.csv"})
    void aCodeOfTheProtocolMeansThePollutantOfTheProtocol(String table) {
        for (Csv.Row row : Csv.resource(table)) {
            Pollutants.find(row.text("code"))
                    .filter(pollutant -> pollutant.divisor() != null)
                    .ifPresent(pollutant -> assertThat(row.text("unit")).isEqualTo(pollutant.judgedUnit()));
        }
    }

    @Test
    void whatIsFromMemoryOrOursSaysSo() {
        assertThat(Rules.standard().on(DAY))
                .filteredOn(rule -> rule.basis().status().equals("ours"))
                .allSatisfy(rule -> assertThat(rule.basis().doubt()).isNotBlank());
    }

    @Test
    void knowsWhichStandardHoldsOnWhichDay() {
        assertThat(Standards.on(LocalDate.of(2018, 4, 30)))
                .extracting(Standard::id)
                .contains("GB/T 14848-1993", "GB 5749-2006")
                .doesNotContain("GB/T 14848-2017", "GB 5749-2022");
        assertThat(Standards.on(LocalDate.of(2023, 4, 1)))
                .extracting(Standard::id)
                .contains("GB/T 14848-2017", "GB 5749-2022")
                .doesNotContain("GB/T 14848-1993", "GB 5749-2006");
        assertThatThrownBy(() -> Standards.inForce("GB 5749-2022", LocalDate.of(2023, 3, 31)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Standards.inForce("GB 1", DAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rulesOfADistrictHoldOnTheirDaysOnly() throws IOException {
        Rules own = Rules.standard().with(new StringReader("""
            id,value,unit,valid_from,valid_to,zh,en,source,status,doubt
            basin.sections,6,sections,2026-01-01,2026-12-31,,,省办法,verified,
            """));
        assertThat(own.rule("basin.sections", LocalDate.of(2025, 12, 31)).count())
                .isEqualTo(5);
        assertThat(own.rule("basin.sections", DAY).count()).isEqualTo(6);
        assertThat(own.rule("basin.sections", LocalDate.of(2027, 1, 1)).count()).isEqualTo(5);
        assertThat(own.on(DAY)).hasSameSizeAs(Rules.standard().on(DAY));
        assertThat(Rules.standard().rule("basin.sections", DAY).count()).isEqualTo(5);
    }

    @Test
    void refusesRulesThatItDoesNotKnow() {
        String unknown =
                "id,value,unit,valid_from,valid_to,zh,en,source,status,doubt\nnone,1,,2026-01-01,,,,x,ours,x\n";
        assertThatThrownBy(() -> Rules.standard().with(new StringReader(unknown)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rules.standard().rule("basin.sections", LocalDate.of(2000, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rules.standard().rule("surface.class", DAY).number())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsQuotedCellsAndRefusesRaggedRows() throws IOException {
        List<Csv.Row> rows = Csv.read(new StringReader("a,b\n\"x, \"\"y\"\"\",1.50\n\n"));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().text("a")).isEqualTo("x, \"y\"");
        assertThat(rows.getFirst().number("b")).isEqualTo(new BigDecimal("1.50"));
        assertThat(rows.getFirst().number("c")).isNull();
        assertThatThrownBy(() -> Csv.read(new StringReader("a,b\n1\n"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Csv.read(new StringReader(""))).isInstanceOf(IllegalArgumentException.class);
    }
}
