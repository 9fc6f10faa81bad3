package cn.bishui.monitoring.openjudge;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.standards.Item;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Units;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table as spreadsheets hold it: a head row of names, symbols or codes of items, perhaps a row of their units, a sample in each
 * further row.
 *
 * @param rows the samples
 * @param faults cells that cannot be read, and columns that are no items
 */
public record Sheet(List<Row> rows, List<Fault> faults) {

    private static final int MOST_CHARACTERS = 400_000;

    /** A table has no more rows of samples. */
    public static final int MOST_ROWS = 500;
    /** A table has no more columns. */
    public static final int MOST_COLUMNS = 150;

    private static final int LONGEST_LABEL = 80;
    private static final int LETTERS = 26;

    private static final Set<String> EMPTY =
            Set.of("", "-", "--", "—", "——", "/", "\\", "n/a", "na", "null", "未测", "无数据");
    private static final Set<String> SATURATION =
            Set.of("溶解氧饱和率", "溶解氧饱和度", "饱和率", "饱和度", "do饱和度", "do饱和率", "do%", "oxygensaturation", "dosaturation");
    private static final Set<String> DEPTH = Set.of("水深", "depth", "waterdepth");
    private static final Pattern LABEL = Pattern.compile(
            "(序号|编号|名称|断面|点位|测点|站点|样品|采样|监测|水体|水源|河流|湖库|井|日期|时间|年|月|备注|说明|原因|no\\.?|#|id|name|section|site|station|sample|date|time|point|well|river|lake|month|remark).*"
                    + "|.*(名称|编号|日期|时间|断面|点位)");
    private static final Pattern BRACKETED = Pattern.compile("(.+?)[\\[(]([^()\\[\\]]+)[])]");

    /** Keeps copies. */
    public Sheet {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * A sample.
     *
     * @param number of its row in the table, the head is row 1
     * @param label what its columns that are no items call it; empty if nothing
     * @param labels what each of them says, by its head in lower case without spaces
     * @param readable whether all its cells could be read
     * @param values by the key of their item
     * @param cells those of its labels and items, empty ones too, by what {@code labels} and {@code values} call them
     */
    public record Row(
            int number,
            String label,
            Map<String, String> labels,
            boolean readable,
            Map<String, Measured> values,
            @Nullable BigDecimal saturation,
            @Nullable BigDecimal depth,
            Map<String, Cell> cells) {

        /** What a label says that may have several heads; empty where there is none. */
        public String labelled(List<String> heads) {
            return heads.stream()
                    .filter(labels::containsKey)
                    .findFirst()
                    .map(head -> labels.getOrDefault(head, ""))
                    .orElse("");
        }

        /** The cell of the first of these heads, or keys of items, that the table has. */
        public Optional<Cell> cell(List<String> heads) {
            return heads.stream().filter(cells::containsKey).findFirst().map(cells::get);
        }
    }

    /**
     * Where something stands.
     *
     * @param name as spreadsheets call it, counted from the table's own corner: {@code C4}
     * @param head of its column
     */
    public record Cell(String name, String head) {}

    /**
     * A cell that cannot be used.
     *
     * @param cell as spreadsheets name it, counted from the table's own corner: {@code C4}
     * @param row its number
     * @param head of its column
     */
    public record Fault(String cell, int row, String head, RuleBroken why) {}

    private enum Kind {
        ITEM,
        SATURATION,
        DEPTH,
        LABEL,
        UNKNOWN
    }

    private record Column(
            int index, String head, Kind kind, @Nullable Item item, String unit) {

        boolean isNameless() {
            return kind == Kind.UNKNOWN && head.isEmpty();
        }
    }

    /**
     * Reads a table.
     *
     * @throws RuleBroken {@code judge.table.empty}, {@code .no-items} or {@code .same}
     */
    public static Sheet read(List<List<String>> lines, Water water, Items items) {
        if (lines.isEmpty()) {
            throw RuleBroken.invalid("judge.table.empty");
        }
        List<Fault> faults = new ArrayList<>();
        List<Column> columns = columns(lines.getFirst(), water, items, faults);
        int first = 1;
        if (lines.size() > 1 && isUnits(lines.get(1), columns)) {
            columns = withUnits(columns, lines.get(1), faults);
            first = 2;
        }
        List<Row> rows = new ArrayList<>();
        for (int i = first; i < lines.size(); i++) {
            if (lines.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row(i + 1, lines.get(i), columns, water, faults));
            }
        }
        if (rows.isEmpty()) {
            throw RuleBroken.invalid("judge.table.empty");
        }
        return new Sheet(rows, faults);
    }

    /**
     * The cells of a table that was copied out of a spreadsheet, or saved as CSV: tabs, semicolons or commas between cells,
     * double quotes around those that hold them or a line's end.
     *
     * @throws RuleBroken {@code judge.table.empty} or {@code judge.table.large}
     */
    public static List<List<String>> lines(String text) {
        if (text.isBlank()) {
            throw RuleBroken.invalid("judge.table.empty");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw large();
        }
        String table = text.replaceFirst("^\uFEFF?\\s*\\R", "").replaceFirst("^\uFEFF", "");
        char delimiter = delimiter(table.lines().findFirst().orElse(""));
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < table.length(); i++) {
            char each = table.charAt(i);
            if (quoted) {
                if (each != '"') {
                    cell.append(each);
                } else if (i + 1 < table.length() && table.charAt(i + 1) == '"') {
                    cell.append(each);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (each == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (each == delimiter || each == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (line.size() > MOST_COLUMNS) {
                    throw large();
                }
                if (each == '\n') {
                    add(lines, line);
                    line = new ArrayList<>();
                }
            } else if (each != '\r') {
                cell.append(each);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            add(lines, line);
        }
        return lines;
    }

    private static void add(List<List<String>> lines, List<String> line) {
        if (lines.size() > MOST_ROWS || line.size() > MOST_COLUMNS) {
            throw large();
        }
        lines.add(line);
    }

    private static RuleBroken large() {
        return RuleBroken.invalid("judge.table.large", MOST_ROWS, MOST_COLUMNS);
    }

    private static char delimiter(String head) {
        if (head.indexOf('\t') >= 0) {
            return '\t';
        }
        if (head.indexOf(';') >= 0) {
            return ';';
        }
        return head.indexOf(',') >= 0 ? ',' : '\t';
    }

    private static List<Column> columns(List<String> heads, Water water, Items items, List<Fault> faults) {
        List<Column> columns = new ArrayList<>();
        Map<Item, Column> found = new LinkedHashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            Column column;
            try {
                column = column(i, heads.get(i).strip(), items);
            } catch (RuleBroken broken) {
                column = new Column(i, heads.get(i).strip(), Kind.UNKNOWN, null, "");
                faults.add(fault(column, 1, broken));
                columns.add(column);
                continue;
            }
            Item item = column.item();
            if (item != null) {
                Column other = found.putIfAbsent(item, column);
                if (other != null) {
                    throw RuleBroken.invalid(
                            "judge.table.same",
                            Reading.shown(other.head()),
                            name(other.index(), 1),
                            Reading.shown(column.head()),
                            name(i, 1));
                }
            } else if (column.kind() == Kind.UNKNOWN && !column.head().isEmpty()) {
                faults.add(fault(column, 1, Items.unknown(column.head(), water)));
            }
            columns.add(column);
        }
        if (found.isEmpty()) {
            throw RuleBroken.invalid("judge.table.no-items", water.standard());
        }
        return columns;
    }

    private static Column column(int index, String head, Items items) {
        if (head.length() > LONGEST_LABEL) {
            return new Column(index, head, index == 0 ? Kind.LABEL : Kind.UNKNOWN, null, "");
        }
        String name = Normalizer.normalize(head, Normalizer.Form.NFKC).strip();
        String plain = plain(head);
        String bare = plain.replaceFirst("[\\[(].*", "");
        if (SATURATION.contains(plain) || SATURATION.contains(bare)) {
            return new Column(index, head, Kind.SATURATION, null, "%");
        }
        if (DEPTH.contains(bare)) {
            Matcher unit = BRACKETED.matcher(plain);
            return new Column(index, head, Kind.DEPTH, null, unit.matches() ? unit.group(2) : "cm");
        }
        return ItemHead.of(name, items)
                .map(found -> new Column(index, head, Kind.ITEM, found.item(), found.unit()))
                .orElseGet(() -> new Column(
                        index,
                        head,
                        index == 0 || LABEL.matcher(plain).matches() ? Kind.LABEL : Kind.UNKNOWN,
                        null,
                        ""));
    }

    private static String plain(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a row names the units of the columns, as it stands below the head in many tables. */
    private static boolean isUnits(List<String> cells, List<Column> columns) {
        boolean named = false;
        for (Column column : columns) {
            String cell =
                    column.index() < cells.size() ? cells.get(column.index()).strip() : "";
            if (column.kind() == Kind.ITEM && !EMPTY.contains(cell.toLowerCase(Locale.ROOT))) {
                if (!Units.isUnit(cell)
                        || Normalizer.normalize(cell, Normalizer.Form.NFKC)
                                .chars()
                                .noneMatch(Character::isLetter)) {
                    return false;
                }
                named = true;
            }
        }
        return named;
    }

    private static List<Column> withUnits(List<Column> columns, List<String> cells, List<Fault> faults) {
        List<Column> changed = new ArrayList<>();
        for (Column column : columns) {
            String cell =
                    column.index() < cells.size() ? cells.get(column.index()).strip() : "";
            Item item = column.item();
            if (item == null || EMPTY.contains(cell.toLowerCase(Locale.ROOT))) {
                changed.add(column);
                continue;
            }
            try {
                changed.add(new Column(
                        column.index(),
                        column.head(),
                        column.kind(),
                        item,
                        ItemHead.in(item, cell).unit()));
            } catch (RuleBroken broken) {
                faults.add(fault(column, 2, broken));
                changed.add(new Column(column.index(), column.head(), Kind.UNKNOWN, null, ""));
            }
        }
        return changed;
    }

    private static Row row(int number, List<String> cells, List<Column> columns, Water water, List<Fault> faults) {
        Map<String, Measured> values = new LinkedHashMap<>();
        List<String> label = new ArrayList<>();
        Map<String, String> labels = new LinkedHashMap<>();
        BigDecimal saturation = null;
        BigDecimal depth = null;
        int before = faults.size();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            if (i >= columns.size() || columns.get(i).isNameless()) {
                if (!cell.isEmpty()) {
                    faults.add(new Fault(name(i, number), number, "", RuleBroken.invalid("judge.table.no-head")));
                }
                continue;
            }
            Column column = columns.get(i);
            if (column.kind() == Kind.LABEL && !cell.isEmpty()) {
                label.add(cell);
                labels.put(plain(column.head()), cell);
            }
            if (EMPTY.contains(cell.toLowerCase(Locale.ROOT))) {
                continue;
            }
            try {
                Item item = column.item();
                if (item != null) {
                    values.put(item.key(), Reading.of(water, item, cell, column.unit()));
                } else if (column.kind() == Kind.SATURATION) {
                    saturation = Reading.saturation(cell.replace("%", "").strip());
                } else if (column.kind() == Kind.DEPTH) {
                    depth = depth(cell, column.unit());
                }
            } catch (RuleBroken broken) {
                faults.add(fault(column, number, broken));
            }
        }
        String joined = String.join(" ", label);
        return new Row(
                number,
                joined.length() > LONGEST_LABEL ? joined.substring(0, LONGEST_LABEL) + "…" : joined,
                labels,
                faults.size() == before,
                values,
                saturation,
                depth,
                cells(number, columns));
    }

    private static Map<String, Cell> cells(int row, List<Column> columns) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Column each : columns) {
            Cell cell = new Cell(name(each.index(), row), Reading.shown(each.head()));
            if (each.item() != null) {
                cells.put(each.item().key(), cell);
            } else if (each.kind() == Kind.LABEL) {
                cells.putIfAbsent(plain(each.head()), cell);
            }
        }
        return cells;
    }

    private static BigDecimal depth(String cell, String unit) {
        BigDecimal number = Reading.notNegative(cell);
        Measured measured = Units.convert(Measured.value(number), unit, "cm")
                .orElseThrow(() -> RuleBroken.invalid("judge.unit", Reading.shown(unit), "cm"));
        return measured instanceof Measured.Value(BigDecimal centimetres) ? centimetres : number;
    }

    private static Fault fault(Column column, int row, RuleBroken why) {
        return new Fault(name(column.index(), row), row, Reading.shown(column.head()), why);
    }

    /** {@code A1} is the first cell of the head. */
    public static String name(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / LETTERS - 1) {
            letters.insert(0, (char) ('A' + left % LETTERS));
        }
        return letters.append(row).toString();
    }
}
