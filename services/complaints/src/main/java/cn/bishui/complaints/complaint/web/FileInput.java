package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.DraftResult;
import cn.bishui.complaints.complaint.Handling;
import cn.bishui.complaints.complaint.Matter;
import cn.bishui.complaints.complaint.Position;
import cn.bishui.complaints.complaint.Result;
import cn.bishui.complaints.complaint.Verdict;
import cn.bishui.complaints.hotline.Finding;
import cn.bishui.complaints.hotline.IntakeOutcome;
import cn.bishui.complaints.hotline.WaterSubtype;
import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people write about a complaint, in a form or as JSON. {@code version} is that of the complaint as they saw it. */
final class FileInput {

    /** Longest reason, in characters. */
    static final int REASON = 500;

    /** Longest text that a reporter is told, and longest part of a result, in characters. */
    static final int TEXT = 2_000;

    /** Days that a head may add at most; Order 15 art. 11. */
    static final int MOST_DAYS = 30;

    /** What the texts that are written for the operator leave open. */
    private static final Pattern TO_FILL_IN = Pattern.compile("【请填写");

    /** Stands in what is told where the number of the first complaint goes, while it is not known. */
    static final String FIRST_NUMBER = "【请填写：编号】";

    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

    private FileInput() {}

    /** A text of which nothing is left to fill in. */
    private static String filledIn(String text) {
        if (TO_FILL_IN.matcher(text).find()) {
            throw RuleBroken.invalid("complaint.told-blank");
        }
        if (text.length() > TEXT) {
            throw RuleBroken.invalid("input.too-long", Integer.toString(TEXT));
        }
        return text;
    }

    /** A text that may be left out. */
    static Field<Optional<String>> optionalText(Input input, String name, @Nullable String typed, int longest) {
        return input.optional(name, typed, text -> {
            if (text.length() > longest) {
                throw RuleBroken.invalid("input.too-long", longest);
            }
            return text;
        });
    }

    /** The version that the mover saw. */
    static long seen(Input input, @Nullable Long version) {
        if (version == null) {
            input.reject("version", RuleBroken.invalid("input.missing"));
            return 0;
        }
        return version;
    }

    private static Function<String, Integer> number(int least, int most) {
        return text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // said below
            }
            throw RuleBroken.invalid("input.between", least, most);
        };
    }

    private static String bureau(String id) {
        return Arrays.stream(Bureau.values())
                .filter(each -> each.name().equals(id) && !each.external())
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("complaint.bureau", id))
                .name();
    }

    private static Field<List<String>> bureaus(Input input, @Nullable List<String> typed) {
        return input.part("joint", () -> {
            List<String> read = new ArrayList<>();
            if (typed != null) {
                typed.forEach(each -> read.add(bureau(each)));
            }
            return List.copyOf(read);
        });
    }

    /** A move that needs no words. */
    record SeenForm(@Nullable Long version) {

        long read() {
            Input input = new Input();
            long seen = seen(input, version);
            return input.read(() -> seen);
        }
    }

    /** A move that needs a reason. */
    record ReasonForm(@Nullable String reason, @Nullable Long version) {

        Reasoned read() {
            Input input = new Input();
            Field<String> why = input.text("reason", reason, REASON);
            long seen = seen(input, version);
            return input.read(() -> new Reasoned(why.get(), seen));
        }
    }

    record Reasoned(String reason, long seen) {}

    /** Why it is not accepted, and what the reporter is told. */
    record RefusalForm(
            @Nullable String outcome,
            @Nullable String told,
            @Nullable String first,
            @Nullable Long version) {

        Refused read() {
            Input input = new Input();
            Field<IntakeOutcome> because = input.required("outcome", outcome, text -> {
                IntakeOutcome read = IntakeOutcome.of(text);
                if (read.accepted()) {
                    throw RuleBroken.invalid("complaint.outcome", text);
                }
                return read;
            });
            Field<Optional<String>> earlier = optionalText(input, "first", first, 40);
            Field<String> words = input.required("told", told, text -> filledIn(withFirst(text, earlier)));
            if (because.isRead()
                    && because.get().needsFirst()
                    && earlier.isRead()
                    && earlier.get().isEmpty()) {
                input.reject("first", RuleBroken.invalid("complaint.first-missing"));
            }
            long seen = seen(input, version);
            return input.read(
                    () -> new Refused(because.get(), words.get(), earlier.get().orElse(null), seen));
        }
    }

    /** What is told with the first's number in its place, where it is named. */
    private static String withFirst(String told, Field<Optional<String>> first) {
        return first.isRead()
                ? first.get().map(number -> told.replace(FIRST_NUMBER, number)).orElse(told)
                : told;
    }

    record Refused(
            IntakeOutcome outcome, String told, @Nullable String first, long seen) {}

    /** To which bureau it goes. */
    record AssignmentForm(
            @Nullable String bureau,
            @Nullable List<String> joint,
            @Nullable Long version) {

        Assigned read() {
            Input input = new Input();
            Field<String> leader = input.required("bureau", bureau, FileInput::bureau);
            Field<List<String>> others = bureaus(input, joint);
            long seen = seen(input, version);
            return input.read(() -> new Assigned(leader.get(), others.get(), "", seen));
        }
    }

    record Assigned(String bureau, List<String> joint, String reason, long seen) {}

    /** Who is competent after an objection, and why. */
    record SettlementForm(
            @Nullable String bureau,
            @Nullable List<String> joint,
            @Nullable String reason,
            @Nullable Long version) {

        Assigned read() {
            Input input = new Input();
            Field<String> leader = input.required("bureau", bureau, FileInput::bureau);
            Field<List<String>> others = bureaus(input, joint);
            Field<String> why = input.text("reason", reason, REASON);
            long seen = seen(input, version);
            return input.read(() -> new Assigned(leader.get(), others.get(), why.get(), seen));
        }
    }

    /** More time, in calendar days. */
    record TimeForm(
            @Nullable String days,
            @Nullable String reason,
            @Nullable Long version) {

        Wanted read() {
            Input input = new Input();
            Field<Integer> more = input.required("days", days, number(1, MOST_DAYS));
            Field<String> why = input.text("reason", reason, REASON);
            long seen = seen(input, version);
            return input.read(() -> new Wanted(more.get(), why.get(), seen));
        }
    }

    record Wanted(int days, String reason, long seen) {}

    /** What an investigation came to. */
    record ResultForm(
            @Nullable String finding,
            @Nullable String checked,
            @Nullable String found,
            @Nullable String action,
            @Nullable String answer,
            @Nullable Long version) {

        /** What came back is there again. */
        static ResultForm of(@Nullable Handling handling, long version) {
            Result returned = handling == null ? null : handling.returned();
            return returned == null
                    ? new ResultForm(null, null, null, null, null, version)
                    : new ResultForm(
                            returned.finding().id(),
                            returned.checked(),
                            returned.found(),
                            returned.action(),
                            returned.answer(),
                            version);
        }

        Drafted read() {
            Input input = new Input();
            Field<Finding> what = input.required("finding", finding, Finding::of);
            Field<String> checking = input.text("checked", checked, TEXT);
            Field<String> facts = input.text("found", found, TEXT);
            Field<String> done = input.text("action", action, TEXT);
            Field<String> words = input.text("answer", answer, TEXT);
            long seen = seen(input, version);
            return input.read(() -> new Drafted(
                    new DraftResult.Draft(what.get(), checking.get(), facts.get(), done.get(), words.get()), seen));
        }
    }

    record Drafted(DraftResult.Draft draft, long seen) {}

    /** An act against the law. */
    record ActForm(
            @Nullable String unit,
            @Nullable String unitName,
            @Nullable String outlet,
            @Nullable String act,
            @Nullable String foundOn) {

        Found read() {
            Input input = new Input();
            Field<String> code = input.required("unit", unit, text -> {
                if (!CREDIT_CODE.matcher(text).matches()) {
                    throw RuleBroken.invalid("complaint.credit-code");
                }
                return text;
            });
            Field<String> name = input.text("unitName", unitName, Matter.NAME);
            Field<Optional<String>> where = optionalText(input, "outlet", outlet, 20);
            Field<String> what = input.text("act", act, TEXT);
            Field<LocalDate> day = input.required("foundOn", foundOn, Input::date);
            return input.read(
                    () -> new Found(code.get(), name.get(), where.get().orElse(null), what.get(), day.get()));
        }
    }

    record Found(String unit, String unitName, @Nullable String outlet, String act, LocalDate foundOn) {}

    /** What somebody tells later. */
    record FactForm(@Nullable String words) {

        String read() {
            Input input = new Input();
            Field<String> told = input.text("words", words, TEXT);
            return input.read(told::get);
        }
    }

    /** What it is about, but for its content, which stays as it was told. */
    record MatterForm(
            @Nullable String address,
            @Nullable String street,
            @Nullable String longitude,
            @Nullable String latitude,
            @Nullable String subjectName,
            @Nullable String pollutionType,
            @Nullable String waterSubtype,
            @Nullable String occurredOn,
            @Nullable String wish,
            @Nullable Long version) {

        static MatterForm of(Matter matter, long version) {
            Position position = matter.position();
            WaterSubtype subtype = matter.subtype();
            LocalDate day = matter.occurredOn();
            return new MatterForm(
                    matter.address(),
                    matter.street(),
                    position == null ? null : position.longitude().toPlainString(),
                    position == null ? null : position.latitude().toPlainString(),
                    matter.subjectName(),
                    matter.type().id(),
                    subtype == null ? null : subtype.id(),
                    day == null ? null : day.toString(),
                    matter.wish(),
                    version);
        }

        Corrected read(String content, LocalDate today) {
            Input input = new Input();
            MatterFields fields = new MatterFields(
                    input,
                    content,
                    address,
                    street,
                    longitude,
                    latitude,
                    subjectName,
                    pollutionType,
                    waterSubtype,
                    occurredOn,
                    wish,
                    // the one that it has may have left the list since
                    UnaryOperator.identity(),
                    today);
            long seen = seen(input, version);
            return input.read(() -> new Corrected(fields.matter(), seen));
        }
    }

    record Corrected(Matter matter, long seen) {}

    /** What is decided on a request for re-examination or review. */
    record RulingForm(
            @Nullable String verdict,
            @Nullable String text,
            @Nullable Long version) {

        Ruled read() {
            Input input = new Input();
            Field<Verdict> decided = input.required("verdict", verdict, Verdict::of);
            Field<String> words = input.text("text", text, TEXT);
            long seen = seen(input, version);
            return input.read(() -> new Ruled(decided.get(), words.get(), seen));
        }
    }

    record Ruled(Verdict verdict, String text, long seen) {}

    /** Whether the reporter was told. */
    record NoticeForm(@Nullable String reached, @Nullable String note) {

        Told read() {
            Input input = new Input();
            Field<Boolean> yes = input.required("reached", reached, text -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw RuleBroken.invalid("input.missing");
            });
            Field<Optional<String>> words = optionalText(input, "note", note, REASON);
            return input.read(() -> new Told(yes.get(), words.get().orElse(null)));
        }
    }

    record Told(boolean reached, @Nullable String note) {}
}
