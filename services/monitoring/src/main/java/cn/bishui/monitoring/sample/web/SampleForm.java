package cn.bishui.monitoring.sample.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Reading;
import cn.bishui.monitoring.sample.Certificates.Certificate;
import cn.bishui.monitoring.sample.Condition;
import cn.bishui.monitoring.sample.Finding;
import cn.bishui.monitoring.sample.Laboratory.Bench;
import cn.bishui.monitoring.sample.TakeSample.Taken;
import cn.bishui.standards.Item;
import cn.bishui.web.form.Input;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is typed or sent about a sample; each move reads what it needs.
 *
 * @param values what was found, by code, symbol or name of the item
 * @param items that a certificate covers, by their keys, separated by commas or spaces; all where it is empty
 */
record SampleForm(
        @Nullable String version,
        @Nullable String site,
        @Nullable String takenOn,
        @Nullable String condition,
        @Nullable String note,
        @Nullable String reason,
        @Nullable String analysedOn,
        @Nullable String method,
        @Nullable Map<String, @Nullable String> values,
        @Nullable String number,
        @Nullable String person,
        @Nullable String items,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable List<String> sites,
        @Nullable String month,
        @Nullable String due) {

    private static final int LONGEST = 500;
    private static final int CODE = 64;

    static final SampleForm EMPTY = new SampleForm(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    static SampleForm taken(@Nullable String site, LocalDate today) {
        return new SampleForm(
                null,
                site,
                today.toString(),
                "normal",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What was found, with the version at which it was entered. */
    record Entered(long seen, List<Finding> findings) {}

    /** Why, with the version that was seen. */
    record Reasoned(long seen, String reason) {}

    /** Which sites are sampled in a month. */
    record Planned(List<String> sites, YearMonth month, LocalDate due, String note) {}

    Taken takenSample() {
        Input input = new Input();
        var at = input.text("site", site, CODE);
        var on = input.required("takenOn", takenOn, Input::date);
        var how = input.required("condition", condition, Condition::of);
        var said = input.optional("note", note, SampleForm::bounded);
        if (how.isRead() && said.isRead()) {
            try {
                how.get().said(said.get().orElse(""));
            } catch (RuleBroken why) {
                input.reject("note", why);
            }
        }
        return input.read(
                () -> new Taken(at.get(), on.get(), how.get(), said.get().orElse(""), List.of()));
    }

    /** Whether findings are sent at all. */
    boolean hasFindings() {
        return values != null && !values.isEmpty();
    }

    Entered entered(Bench bench, LocalDate sampledOn, LocalDate today, String analyst) {
        Input input = new Input();
        var seen = input.required("version", version, Input::decimal);
        var on = input.required(
                "analysedOn", analysedOn, typed -> Finding.analysed(Input.date(typed), sampledOn, today));
        var by = input.optional("method", method, SampleForm::bounded);
        Map<Item, String> found = new LinkedHashMap<>();
        Map<String, @Nullable String> typed = values == null ? Map.of() : values;
        typed.forEach((name, value) -> {
            String field = "values[" + name + "]";
            Item item = bench.items().find(name).orElse(null);
            if (item == null) {
                input.reject(field, Items.unknown(name, bench.water()));
            } else if (value != null && !value.isBlank()) {
                var read = input.required(field, value, text -> Reading.of(bench.water(), item, text));
                if (read.isRead() && found.put(item, read.get().text()) != null) {
                    input.reject(field, RuleBroken.invalid("judge.twice", Reading.shown(name)));
                }
            }
        });
        return input.read(() -> {
            List<Finding> findings = new ArrayList<>();
            found.forEach((item, text) ->
                    findings.add(new Finding(item.key(), text, by.get().orElse(""), analyst, on.get())));
            return new Entered(seen.get().longValue(), findings);
        });
    }

    long seen() {
        Input input = new Input();
        var seen = input.required("version", version, Input::decimal);
        return input.read(() -> seen.get().longValue());
    }

    Reasoned reasoned() {
        Input input = new Input();
        var seen = input.required("version", version, Input::decimal);
        var why = input.text("reason", reason, LONGEST);
        return input.read(() -> new Reasoned(seen.get().longValue(), why.get()));
    }

    Certificate certificate(String bureau) {
        Input input = new Input();
        var of = input.text("number", number, CODE);
        var who = input.text("person", person, CODE);
        var what = input.optional("items", items, SampleForm::bounded);
        var from = input.required("validFrom", validFrom, Input::date);
        var to = input.required("validTo", validTo, Input::date);
        return input.read(() -> new Certificate(
                of.get(), who.get(), bureau, what.get().map(SampleForm::split).orElse(Set.of()), from.get(), to.get()));
    }

    Planned planned() {
        Input input = new Input();
        var in = input.required("month", month, SampleForm::yearMonth);
        var until = input.required("due", due, Input::date);
        var said = input.optional("note", note, SampleForm::bounded);
        return input.read(() -> new Planned(
                sites == null ? List.of() : List.copyOf(sites),
                in.get(),
                until.get(),
                said.get().orElse("")));
    }

    /** Reads {@code 2026-11}. */
    static YearMonth yearMonth(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeParseException notAMonth) {
            throw RuleBroken.invalid("plan.month");
        }
    }

    /** What is typed of an item, for its field. */
    public String typed(String key) {
        String typed = values == null ? null : values.get(key);
        return typed == null ? "" : typed;
    }

    static SampleForm entering(List<Finding> findings, long version, LocalDate today) {
        Map<String, @Nullable String> values = new TreeMap<>();
        findings.forEach(each -> values.put(each.item(), each.found()));
        String on = findings.stream()
                .map(each -> each.analysedOn().toString())
                .findFirst()
                .orElse(today.toString());
        return new SampleForm(
                Long.toString(version),
                null,
                null,
                null,
                null,
                null,
                on,
                findings.stream().map(Finding::method).findFirst().orElse(null),
                values,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static String bounded(String typed) {
        if (typed.length() > LONGEST) {
            throw RuleBroken.invalid("input.too-long", Integer.toString(LONGEST));
        }
        return typed;
    }

    private static Set<String> split(String typed) {
        return Set.copyOf(Arrays.stream(typed.split("[,，、\\s]+", -1))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList());
    }
}
