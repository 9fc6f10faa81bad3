package cn.bishui.monitoring.openjudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.standards.Measured;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTests {

    private static final Items ITEMS = Items.of(Water.SURFACE_WATER, WaterType.RIVER, LocalDate.of(2026, 11, 23));

    private static Sheet read(String text) {
        return Sheet.read(Sheet.lines(text), Water.SURFACE_WATER, ITEMS);
    }

    private static Map<String, Measured> only(String text) {
        Sheet table = read(text);
        assertThat(table.faults()).isEmpty();
        assertThat(table.rows()).hasSize(1);
        return table.rows().getFirst().values();
    }

    @Test
    void readsWhatASpreadsheetGives() {
        Sheet table = read("""
                断面名称\t采样日期\tpH\t溶解氧(mg/L)\tNH3-N\tw20142
                同江\t2026-11-03\t7.66\t6.03\t0.025L\t

                "饮马河\n桥下"\t2026-11-04\t8\t-\tND\t0.00004L
                """);
        assertThat(table.faults()).isEmpty();
        assertThat(table.rows()).extracting(Sheet.Row::label).containsExactly("同江 2026-11-03", "饮马河\n桥下 2026-11-04");
        assertThat(table.rows()).extracting(Sheet.Row::number).containsExactly(2, 4);
        assertThat(table.rows().getFirst().values())
                .isEqualTo(Map.of(
                        "w01001", Measured.value("7.66"),
                        "w01009", Measured.value("6.03"),
                        "w21003", Measured.below("0.025")));
        assertThat(table.rows().getLast().values())
                .isEqualTo(Map.of(
                        "w01001", Measured.value("8"),
                        "w21003", new Measured.Below(null),
                        "w20142", Measured.below("0.00004")));
    }

    @ParameterizedTest
    @CsvSource({
        "汞(μg/L), 0.05, 0.00005",
        "汞（ug/L）, 0.05, 0.00005",
        "汞 μg/L, 0.05, 0.00005",
        "汞, 0.05 μg/L, 0.00005",
        "汞(μg/L), 0.00005 mg/L, 0.00005",
        "汞(mg/L), 0.00005, 0.00005",
        "汞(μg/L), 0.04L, 0.00004L",
    })
    void turnsUnitsIntoThoseOfTheStandard(String head, String cell, String value) {
        assertThat(only("x\t" + head + "\na\t" + cell).get("w20142").text()).isEqualTo(value);
    }

    @Test
    void takesUnitsFromASecondRow() {
        assertThat(only("断面\tpH\t汞\t氨氮\n单位\t无量纲\tμg/L\tmg/L\n同江\t7.1\t0.05\t1.2"))
                .isEqualTo(Map.of(
                        "w01001", Measured.value("7.1"),
                        "w20142", Measured.value("0.00005"),
                        "w21003", Measured.value("1.2")));
    }

    @Test
    void readsCommasToo() {
        assertThat(only("断面,pH,\"氨氮(mg/L)\"\n同江,7.1,1.2")).hasSize(2);
    }

    @Test
    void namesEveryCellThatCannotBeUsed() {
        Sheet table = read("""
                断面\tpH\t氨氮\t电导率\t总磷(mmol/L)
                a\t77\t-0.1\t300\t1
                b\t7\t一点\t300\t1\t9
                c\t7\t5 mmol/L\t300\t1
                d\t7\t1\t300\t1""");
        assertThat(table.faults())
                .extracting(fault ->
                        fault.cell() + " " + fault.head() + " " + fault.why().code())
                .containsExactly(
                        "D1 电导率 judge.unknown",
                        "E1 总磷(mmol/L) judge.unit",
                        "B2 pH judge.ph",
                        "C2 氨氮 judge.negative",
                        "C3 氨氮 judge.not-a-value",
                        "F3  judge.table.no-head",
                        "C4 氨氮 judge.unit");
        assertThat(table.rows()).extracting(Sheet.Row::readable).containsExactly(false, false, false, true);
    }

    @ParameterizedTest
    @CsvSource({
        "'', judge.table.empty",
        "'pH\t氨氮', judge.table.empty",
        "'pH\t氨氮\n\t', judge.table.empty",
        "'a\tb\n1\t2', judge.table.no-items",
        "'断面\t氨氮\tNH3-N\na\t1\t2', judge.table.same",
    })
    void refusesWhatIsNoTable(String text, String code) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    @Test
    void isBoundedInEveryDirection() {
        assertThat(read("pH\n" + "7\n".repeat(500)).rows()).hasSize(500);
        for (String large :
                new String[] {"pH\n" + "7\n".repeat(501), "pH" + "\tx".repeat(150) + "\n7", "pH\n" + "7".repeat(400_000)
                }) {
            assertThatThrownBy(() -> read(large))
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            broken -> assertThat(broken.code()).isEqualTo("judge.table.large"));
        }
    }

    @Test
    void isNotKeptBusyByAnEndlessHead() {
        Sheet table = read("pH\ta" + " ".repeat(300_000) + "b c\n7\t1");
        assertThat(table.faults()).hasSize(1);
        assertThat(table.rows().getFirst().values()).hasSize(1);
    }

    @Test
    void readsTheSaturationOfOxygenApart() {
        Sheet.Row row = read("断面\t溶解氧\t饱和率(%)\na\t6.1\t92.5%").rows().getFirst();
        assertThat(row.saturation()).isEqualByComparingTo("92.5");
    }

    @Test
    void namesCellsAsSpreadsheetsDo() {
        assertThat(Sheet.name(0, 1)).isEqualTo("A1");
        assertThat(Sheet.name(25, 2)).isEqualTo("Z2");
        assertThat(Sheet.name(26, 3)).isEqualTo("AA3");
        assertThat(Sheet.name(149, 4)).isEqualTo("ET4");
    }
}
