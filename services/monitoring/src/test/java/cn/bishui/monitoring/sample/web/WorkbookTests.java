package cn.bishui.monitoring.sample.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class WorkbookTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static byte[] workbook(String rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Map<String, String> parts = Map.of(
                    "[Content_Types].xml",
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="application/xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                    </Types>""",
                    "_rels/.rels",
                    """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                    </Relationships>""",
                    "xl/workbook.xml",
                    """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="样品" sheetId="1" r:id="rId1"/></sheets></workbook>""",
                    "xl/_rels/workbook.xml.rels",
                    """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                    </Relationships>""",
                    SHEET,
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                            + "</sheetData></worksheet>");
            for (Map.Entry<String, String> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void readsTextsNumbersAndGaps() throws IOException {
        byte[] bytes = workbook("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>断面编码</t></is></c><c r="C1" t="inlineStr"><is><t>氨氮</t></is></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>S01</t></is></c><c r="B3"><v>46331</v></c><c r="C3"><v>0.30000000000000004</v></c></row>""");
        assertThat(Workbook.isWorkbook(bytes)).isTrue();
        assertThat(Workbook.lines(bytes))
                .containsExactly(List.of("断面编码", "", "氨氮"), List.of(), List.of("S01", "46331", "0.3"));
    }

    @Test
    void refusesWhatIsTooLargeOrNoWorkbook() throws IOException {
        byte[] bomb = workbook("<!--" + " ".repeat(60 * 1024 * 1024) + "-->");
        assertThat(bomb.length).isLessThan(1024 * 1024);
        assertThatThrownBy(() -> Workbook.lines(bomb))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("judge.table.large"));
        byte[] high = workbook("<row r=\"9999\"><c r=\"A9999\"><v>1</v></c></row>");
        assertThatThrownBy(() -> Workbook.lines(high))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("judge.table.large"));
    }
}
