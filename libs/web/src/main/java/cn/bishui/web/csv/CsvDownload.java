package cn.bishui.web.csv;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/**
 * Streams a table as a CSV file (RFC 4180) that spreadsheets open rightly: UTF-8 with its mark, and no text that a
 * spreadsheet would run as a formula. Rows may come straight from a query's row callback.
 */
public final class CsvDownload implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private final CSVPrinter printer;

    private CsvDownload(CSVPrinter printer) {
        this.printer = printer;
    }

    /**
     * Sends a whole table. Where its rows fail, the reader gets an error rather than a file that looks complete: an error
     * page while nothing is sent yet, a broken download later.
     *
     * @param fileName what the browser saves it as, Chinese allowed, as {@code 超标-2026-11-23.csv}
     * @param heads the columns' heads in the reader's language
     * @param rows writes the rows
     * @throws UncheckedIOException where the caller is gone
     */
    public static void send(HttpServletResponse response, String fileName, String[] heads, Consumer<CsvDownload> rows) {
        CsvDownload csv = to(response, fileName, heads);
        try {
            rows.accept(csv);
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw e;
        }
        csv.close();
    }

    /**
     * Starts the download.
     *
     * @param fileName what the browser saves it as, Chinese allowed, as {@code 超标-2026-11-23.csv}
     * @param heads the columns' heads in the reader's language
     * @throws UncheckedIOException where the caller is gone
     */
    public static CsvDownload to(HttpServletResponse response, String fileName, String... heads) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try {
            Writer out = new BufferedWriter(
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 16 * 1024);
            return to(out, heads);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static CsvDownload to(Writer out, String... heads) throws IOException {
        out.write('\ufeff');
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        CsvDownload download = new CsvDownload(printer);
        download.row((Object[]) heads);
        return download;
    }

    /**
     * Writes one row; null is an empty cell.
     *
     * @throws UncheckedIOException where the caller is gone
     */
    public void row(@Nullable Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(CsvDownload::safe).toArray());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Disarms text that begins as a formula does; numbers keep their sign. */
    static Object safe(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        String text = cell.toString();
        if (cell instanceof Number || text.isEmpty() || NUMBER.matcher(text).matches()) {
            return text;
        }
        return "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    @Override
    public void close() {
        try {
            printer.close(true);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
