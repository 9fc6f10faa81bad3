package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.NewComplaint;
import cn.bishui.complaints.contact.Phone;
import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.complaints.identity.Identity;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator, or an operator's system, takes down.
 *
 * @param then what is decided at once: {@code accept}, {@code urgent}, or nothing
 * @param hint number of an earlier complaint that may be the same
 * @param key by which a form that is sent twice is known
 */
record IntakeForm(
        @Nullable String channel,
        @Nullable String content,
        @Nullable String address,
        @Nullable String street,
        @Nullable String longitude,
        @Nullable String latitude,
        @Nullable String subjectName,
        @Nullable String pollutionType,
        @Nullable String waterSubtype,
        @Nullable String occurredOn,
        @Nullable String wish,
        @Nullable String reporterName,
        @Nullable String reporterPhone,
        @Nullable String reporterAddress,
        @Nullable String reach,
        @Nullable String superiorDue,
        @Nullable String hint,
        @Nullable String then,
        @Nullable String key) {

    private static final int NAME = 60;
    private static final int PHONE = 30;
    private static final int ADDRESS = 200;
    private static final Pattern TELEPHONE = Pattern.compile("[+0-9() \\-]{5,30}");

    /** An empty form, for a call. */
    static IntakeForm forCall(String key) {
        return new IntakeForm(
                Channel.PHONE.id(),
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
                null,
                null,
                null,
                null,
                null,
                key);
    }

    /** What is taken down. */
    record TakenDown(NewComplaint complaint, Identity reporter, Then then) {}

    /** What is decided at once. */
    enum Then {
        NOTHING,
        ACCEPT,
        URGENT
    }

    /**
     * Reads it.
     *
     * @param earlier finds the complaint of a number
     * @param known takes the name of a street, or refuses it
     * @param messages whether short messages can be sent
     * @param today in the district
     */
    TakenDown read(Function<String, UUID> earlier, UnaryOperator<String> known, boolean messages, LocalDate today) {
        Input input = new Input();
        Field<Channel> by = input.required("channel", channel, Channel::of);
        MatterFields matter = new MatterFields(
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
                known,
                today);
        Field<Optional<String>> name = FileInput.optionalText(input, "reporterName", reporterName, NAME);
        Field<Optional<Reach>> wanted = input.optional("reach", reach, text -> {
            Reach way = Reach.of(text);
            if (way == Reach.SMS && !messages) {
                throw RuleBroken.invalid("intake.no-messages");
            }
            return way;
        });
        Field<Optional<String>> phone = phone(input, wanted);
        Field<Optional<String>> home = FileInput.optionalText(input, "reporterAddress", reporterAddress, ADDRESS);
        if (wanted.isRead()
                && home.isRead()
                && wanted.get().filter(each -> each == Reach.LETTER).isPresent()
                && home.get().isEmpty()) {
            input.reject("reporterAddress", RuleBroken.invalid("intake.reach-needs"));
        }
        Field<Optional<LocalDate>> due = input.optional("superiorDue", superiorDue, text -> {
            LocalDate day = Input.date(text);
            if (day.isBefore(today)) {
                throw RuleBroken.invalid("intake.due-past");
            }
            return day;
        });
        Field<Optional<UUID>> same = input.optional("hint", hint, earlier);
        Field<Optional<Then>> decided = input.optional("then", then, text -> switch (text) {
            case "accept" -> Then.ACCEPT;
            case "urgent" -> Then.URGENT;
            default -> throw RuleBroken.invalid("intake.then");
        });
        return input.read(() -> new TakenDown(
                new NewComplaint(
                        by.get(),
                        matter.matter(),
                        wanted.get().orElse(phone.get().isPresent() ? Reach.PHONE : Reach.PAGE),
                        name.get().isPresent(),
                        due.get().orElse(null),
                        same.get().orElse(null)),
                new Identity(
                        name.get().orElse(null),
                        phone.get().orElse(null),
                        home.get().orElse(null),
                        null),
                decided.get().orElse(Then.NOTHING)));
    }

    private Field<Optional<String>> phone(Input input, Field<Optional<Reach>> wanted) {
        Optional<Reach> way = wanted.isRead() ? wanted.get() : Optional.empty();
        Field<Optional<String>> phone = input.optional("reporterPhone", reporterPhone, text -> {
            if (way.filter(each -> each == Reach.SMS).isPresent()) {
                return Phone.of(text).number();
            }
            if (text.length() > PHONE || !TELEPHONE.matcher(text).matches()) {
                throw RuleBroken.invalid("intake.phone");
            }
            return text;
        });
        boolean needed =
                way.filter(each -> each == Reach.SMS || each == Reach.PHONE).isPresent();
        if (needed && phone.isRead() && phone.get().isEmpty()) {
            input.reject("reporterPhone", RuleBroken.invalid("intake.reach-needs"));
        }
        return phone;
    }

    /** All of it, by which another complaint under the same key is noticed. */
    List<@Nullable String> said() {
        return Arrays.asList(
                channel,
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
                reporterName,
                reporterPhone,
                reporterAddress,
                reach,
                superiorDue,
                hint,
                then);
    }

    /** Tells nothing of the reporter. */
    @Override
    public String toString() {
        return "IntakeForm[…]";
    }
}
