package cn.bishui.monitoring.sample.web;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Reading;
import cn.bishui.monitoring.openjudge.Sheet;
import cn.bishui.monitoring.openjudge.SheetFaults;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.monitoring.sample.Condition;
import cn.bishui.monitoring.sample.Finding;
import cn.bishui.monitoring.sample.ImportSamples;
import cn.bishui.monitoring.sample.ImportSamples.Candidate;
import cn.bishui.monitoring.sample.Laboratory;
import cn.bishui.monitoring.sample.TakeSample.Taken;
import cn.bishui.standards.Item;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes tables of samples over: a template to download, a file or a pasted table, every bad cell named, all or nothing. */
@Controller
class ImportPages {

    private static final String PATH = SamplePages.PATH + "/import";
    private static final String ANALYST = "hasAnyRole('monitoring.analyst', 'monitoring.supply-analyst')";
    private static final List<String> SITE = List.of("点位编码", "断面编码", "测点编码", "site", "sitecode");
    private static final List<String> TAKEN = List.of("采样日期", "采样时间", "takenon", "sampledon", "date");
    private static final List<String> ANALYSED = List.of("分析日期", "监测日期", "analysedon");
    private static final List<String> CONDITION = List.of("采样情况", "samplingcondition");
    private static final List<String> NOTE = List.of("说明", "备注", "原因", "note", "remark");

    /** Where to say why nothing was taken: in the note, else where it is said that nothing was. */
    private static final List<String> WHY_NOTHING =
            Stream.concat(NOTE.stream(), CONDITION.stream()).toList();

    /** In the order of {@link Condition}, with what tables call them. */
    private static final Map<Condition, Set<String>> CONDITIONS = new EnumMap<>(Map.of(
            Condition.NORMAL, Set.of("正常"),
            Condition.ICE, Set.of("冰封", "结冰"),
            Condition.DRY, Set.of("断流", "干涸"),
            Condition.NO_ACCESS, Set.of("无法到达")));

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    /** A day as Excel keeps it: days since 1899-12-30, and the time as a fraction. */
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(\\.[0-9]+)?");

    private static final int SERIAL_DIGITS = 5;
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Charset GB = Charset.forName("GB18030");
    private static final int LARGEST = 2 * 1024 * 1024;

    /** A surface source of drinking water has the items of tables 2 and 3 of GB 3838-2002 besides those of table 1. */
    private static final String SURFACE_SOURCE = "surface-source";

    private final ImportSamples importSamples;
    private final Laboratory laboratory;
    private final Clock clock;

    ImportPages(ImportSamples importSamples, Laboratory laboratory, Clock clock) {
        this.importSamples = importSamples;
        this.laboratory = laboratory;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @PreAuthorize(ANALYST)
    String form(Model model) {
        return page("surface-water", "", List.of(), model);
    }

    @GetMapping(PATH + "/{water}.csv")
    @PreAuthorize(ANALYST)
    void template(@PathVariable String water, Texts texts, HttpServletResponse response) {
        List<Item> items = items(water).all();
        CsvDownload.send(
                response, fileName(water, ".csv", texts), heads(items), csv -> csv.row((Object[]) units(items)));
    }

    @GetMapping(PATH + "/{water}.xlsx")
    @PreAuthorize(ANALYST)
    ResponseEntity<byte[]> workbook(@PathVariable String water, Texts texts) {
        List<Item> items = items(water).all();
        return ResponseEntity.ok()
                .contentType(Workbook.TYPE)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(fileName(water, ".xlsx", texts), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(Workbook.of(texts.of("import.template"), heads(items), units(items)));
    }

    private static String fileName(String water, String ending, Texts texts) {
        return texts.of("import.template") + "-" + texts.of("judge.title." + water) + ending;
    }

    private static String[] heads(List<Item> items) {
        return Stream.concat(
                        Stream.of("点位编码", "采样日期", "分析日期", "采样情况", "说明"),
                        items.stream().map(Item::zh))
                .toArray(String[]::new);
    }

    /** The row below the heads: it holds units and no sample. */
    private static String[] units(List<Item> items) {
        return Stream.concat(
                        Stream.of("", "", "", "", ""),
                        items.stream().map(Item::unit).map(unit -> unit.equals("1") || unit.equals("text") ? "" : unit))
                .toArray(String[]::new);
    }

    private Items items(String water) {
        LocalDate today = LocalDate.now(clock);
        return laboratory.withFurther(limited(water, today), water(water), today);
    }

    private static Items limited(String water, LocalDate today) {
        if (water.equals(SURFACE_SOURCE)) {
            return Items.ofSurfaceSource(WaterType.RIVER, today);
        }
        // rivers and lakes come in one table, which has what lakes have more
        return water(water) == Water.SURFACE_WATER
                ? Items.ofLake(today)
                : Items.of(water(water), WaterType.RIVER, today);
    }

    private static Water water(String water) {
        return water.equals(SURFACE_SOURCE)
                ? Water.SURFACE_WATER
                : Water.of(water).orElseThrow(() -> new NotFound("water", water));
    }

    @PostMapping(PATH)
    @PreAuthorize(ANALYST)
    String take(
            @RequestParam(defaultValue = "surface-water") String water,
            @RequestParam(required = false) @Nullable String table,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Texts texts,
            Model model,
            Actor actor)
            throws IOException {
        Water asked = water(water);
        String text = table == null ? "" : table;
        try {
            List<List<String>> lines = file == null || file.isEmpty() ? Sheet.lines(text) : lines(file);
            Sheet sheet = Sheet.read(lines, asked, items(water));
            SheetFaults faults = new SheetFaults(texts);
            sheet.faults().forEach(faults::add);
            Map<Integer, Sheet.Row> byNumber = new HashMap<>();
            List<Candidate> rows = new ArrayList<>();
            for (Sheet.Row row : sheet.rows()) {
                byNumber.put(row.number(), row);
                taken(row, faults, actor).ifPresent(taken -> rows.add(new Candidate(row.number(), taken)));
            }
            importSamples
                    .faults(rows, asked, actor)
                    .forEach(each ->
                            faults.add(Objects.requireNonNull(byNumber.get(each.number())), heads(each), each.why()));
            if (faults.isEmpty()) {
                int imported = importSamples.take(rows, asked, actor).size();
                return "redirect:" + SamplePages.PATH + "?stage=draft&imported=" + imported;
            }
            return page(water, text, faults.words(), model);
        } catch (ImportSamples.Refused refused) { // somebody else was quicker
            SheetFaults faults = new SheetFaults(texts);
            refused.faults().forEach(each -> faults.add(each.number(), each.why()));
            return page(water, text, faults.words(), model);
        } catch (RuleBroken broken) {
            return page(water, text, List.of(SheetFaults.words(broken, texts)), model);
        }
    }

    private static List<String> heads(ImportSamples.Fault fault) {
        return switch (fault.about()) {
            case SITE -> SITE;
            case DAY -> TAKEN;
            case ANALYSED -> ANALYSED;
            case NOTE -> WHY_NOTHING;
            case FINDING -> List.of(fault.item());
        };
    }

    /** Nothing where something of the row cannot be used. */
    private static Optional<Taken> taken(Sheet.Row row, SheetFaults faults, Actor actor) {
        Optional<String> site = faults.read(row, SITE, ImportPages::site);
        Optional<LocalDate> on = faults.read(row, TAKEN, typed -> day(typed, "import.taken"));
        Optional<Condition> condition = faults.read(row, CONDITION, ImportPages::condition);
        Optional<LocalDate> analysed = row.labelled(ANALYSED).isEmpty()
                ? on
                : faults.read(row, ANALYSED, typed -> day(typed, "import.analysed"));
        Optional<String> note = faults.read(row, NOTE, SampleForm::bounded);
        if (condition.filter(Condition.NORMAL::equals).isPresent()
                && row.readable()
                && row.values().isEmpty()) {
            faults.add(row.number(), RuleBroken.invalid("sample.nothing-found"));
        }
        if (condition.isPresent()
                && condition.get() != Condition.NORMAL
                && !row.values().isEmpty()) {
            faults.add(row, CONDITION, RuleBroken.invalid("import.condition-with-values"));
        }
        if (site.isEmpty() || on.isEmpty() || condition.isEmpty() || analysed.isEmpty() || note.isEmpty()) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        row.values()
                .forEach((item, measured) ->
                        findings.add(new Finding(item, measured.text(), "", actor.username(), analysed.get())));
        return Optional.of(new Taken(site.get(), on.get(), condition.get(), note.get(), findings));
    }

    private static String site(String typed) {
        if (typed.isEmpty()) {
            throw RuleBroken.invalid("import.site");
        }
        return typed;
    }

    /** Normal where nothing is said. */
    private static Condition condition(String typed) {
        return CONDITIONS.entrySet().stream()
                .filter(each -> typed.isEmpty()
                        || each.getValue().contains(typed)
                        || each.getKey().code().equals(typed))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseThrow(() -> RuleBroken.invalid("import.condition", Reading.shown(typed)));
    }

    private static LocalDate day(String typed, String code) {
        if (SERIAL.matcher(typed).matches()) {
            return EXCEL_ZERO.plusDays(Long.parseLong(typed.substring(0, SERIAL_DIGITS)));
        }
        try {
            return LocalDate.parse(typed.replace('/', '-').replace('.', '-').replaceFirst("[ T].*$", ""), DAY);
        } catch (DateTimeParseException notADay) {
            throw RuleBroken.invalid(code, Reading.shown(typed));
        }
    }

    private static List<List<String>> lines(MultipartFile file) throws IOException {
        if (file.getSize() > LARGEST) {
            throw RuleBroken.invalid("judge.table.large", Sheet.MOST_ROWS, Sheet.MOST_COLUMNS);
        }
        byte[] bytes = file.getBytes();
        if (Workbook.isWorkbook(bytes)) {
            return Workbook.lines(bytes);
        }
        for (byte each : bytes) {
            if (each >= 0 && each < '\t') { // no text has these: an image, an old workbook
                throw RuleBroken.invalid("import.not-a-table");
            }
        }
        return Sheet.lines(decoded(bytes));
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, GB);
        }
    }

    private static String page(String water, String table, List<String> faults, Model model) {
        model.addAttribute("water", water);
        model.addAttribute("waters", List.of("surface-water", SURFACE_SOURCE, "groundwater", "drinking-water"));
        model.addAttribute("table", table);
        model.addAttribute("faults", faults);
        return "sample/import";
    }
}
