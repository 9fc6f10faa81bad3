package cn.bishui.monitoring.sample.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.openjudge.Sheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Excel workbooks (.xlsx): reads the cells of the first sheet, and makes those to fill in. */
final class Workbook {

    static final MediaType TYPE =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** A workbook may unpack to so much, which a table of samples never does. */
    private static final long LARGEST = 50L * 1024 * 1024;

    /** Binary fractions are printed with the digits that were typed. */
    private static final MathContext TYPED = new MathContext(15);

    private static final double WIDTH = 14;

    private Workbook() {}

    static boolean isWorkbook(byte[] bytes) {
        return ReadableWorkbook.isOOXMLZipHeader(bytes);
    }

    /**
     * Its cells, empty rows among them.
     *
     * @throws RuleBroken {@code judge.table.large} or {@code import.workbook}
     */
    static List<List<String>> lines(byte[] bytes) {
        mustStaySmall(bytes);
        List<List<String>> lines = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Iterator<Row> each = rows.iterator();
            while (each.hasNext()) {
                Row row = each.next();
                if (row.getRowNum() > Sheet.MOST_ROWS + 1 || row.getCellCount() > Sheet.MOST_COLUMNS) {
                    throw large();
                }
                while (lines.size() < row.getRowNum() - 1) {
                    lines.add(List.of());
                }
                lines.add(cells(row));
            }
        } catch (IOException | ExcelReaderException unreadable) {
            throw RuleBroken.invalid("import.workbook");
        }
        return lines;
    }

    /** A workbook of one sheet with a row of heads, which stays in sight, and one more row. */
    static byte[] of(String title, String[] heads, String[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "Bishui", null)) {
            Worksheet sheet = workbook.newWorksheet(title);
            for (int i = 0; i < heads.length; i++) {
                sheet.value(0, i, heads[i]);
                sheet.value(1, i, second[i]);
                sheet.width(i, WIDTH);
            }
            sheet.range(0, 0, 0, heads.length - 1).style().bold().set();
            sheet.freezePane(1, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(text(row.getCell(i)));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber().round(TYPED).stripTrailingZeros();
            return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
        }
        String text = cell.getText();
        return text == null ? "" : text.strip();
    }

    private static void mustStaySmall(byte[] bytes) {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream unpacking = zip.getInputStream(entry)) {
                    unpacked += length(unpacking, buffer, LARGEST - unpacked);
                }
                if (unpacked > LARGEST) {
                    throw large();
                }
            }
        } catch (IOException unreadable) {
            throw RuleBroken.invalid("import.workbook");
        }
    }

    /** How long an entry is; stops once it is longer than what is left. */
    private static long length(InputStream entry, byte[] buffer, long left) throws IOException {
        long length = 0;
        for (int read = entry.read(buffer); read >= 0 && length <= left; read = entry.read(buffer)) {
            length += read;
        }
        return length;
    }

    private static RuleBroken large() {
        return RuleBroken.invalid("judge.table.large", Sheet.MOST_ROWS, Sheet.MOST_COLUMNS);
    }
}
