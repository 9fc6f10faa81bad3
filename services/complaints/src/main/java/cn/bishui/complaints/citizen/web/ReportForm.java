package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.citizen.HandIn.Report;
import cn.bishui.complaints.complaint.Matter;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A complaint as a citizen types it.
 *
 * @param stamp the form's challenge
 * @param solution what the browser found, empty where it did not look
 * @param hint the complaint nearby that is the same
 * @param reachable {@code phone}, or {@code no} for an anonymous complaint
 * @param codeRequest the one-time code that was asked for
 * @param verified the token that proves the phone
 * @param photos may hold empty ones
 */
record ReportForm(
        @Nullable String stamp,
        @Nullable String solution,
        @Nullable String content,
        @Nullable String address,
        @Nullable String street,
        @Nullable String longitude,
        @Nullable String latitude,
        @Nullable String hint,
        @Nullable String pollutionType,
        @Nullable String waterSubtype,
        @Nullable String subjectName,
        @Nullable String occurredOn,
        @Nullable String wish,
        @Nullable String reachable,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String code,
        @Nullable String codeRequest,
        @Nullable String verified,
        @Nullable List<MultipartFile> photos,
        @Nullable MultipartFile video) {

    /** The longest name of a person. */
    static final int NAME = 60;

    static final ReportForm EMPTY = new ReportForm(
            null, null, null, null, null, null, null, null, "water", null, null, null, null, "no", null, null, null,
            null, null, null, null);

    boolean withContact() {
        return "phone".equals(reachable);
    }

    /** Whether photos or a video came with it, which a browser does not keep. */
    boolean hasFiles() {
        return (photos != null && photos.stream().anyMatch(photo -> !photo.isEmpty()))
                || (video != null && !video.isEmpty());
    }

    /** All that is said, for telling whether the same form comes again; not the photos, which nobody changes afterwards. */
    List<@Nullable String> said() {
        return Arrays.asList(
                content,
                address,
                street,
                longitude,
                latitude,
                hint,
                pollutionType,
                waterSubtype,
                subjectName,
                occurredOn,
                wish,
                reachable,
                withContact() ? name : null);
    }

    /**
     * Reads it.
     *
     * @param known takes the name of a street, or refuses it
     * @param proved the phone that was proved, null where none was
     * @param unproved whether the phone is taken as it is typed, because no code can be sent
     */
    Report read(LocalDate today, UnaryOperator<String> known, @Nullable Phone proved, boolean unproved) {
        Input input = new Input();
        Field<Matter> matter = new TypedMatter(
                        content,
                        address,
                        street,
                        longitude,
                        latitude,
                        subjectName,
                        pollutionType,
                        waterSubtype,
                        occurredOn,
                        wish)
                .read(input, today, known);
        Field<Optional<UUID>> same = input.optional("hint", hint, ReportForm::id);
        Field<Optional<String>> called =
                input.optional("name", withContact() ? name : null, TypedMatter.shorterThan(NAME));
        Field<Optional<String>> number = number(input, proved, unproved);
        return input.read(() -> new Report(
                Channel.WEB,
                matter.get(),
                new Identity(called.get().orElse(null), number.get().orElse(null), null, null),
                withContact() && proved != null ? Reach.SMS : Reach.PAGE,
                same.get().orElse(null)));
    }

    private Field<Optional<String>> number(Input input, @Nullable Phone proved, boolean unproved) {
        if (!withContact()) {
            return input.optional("phone", null, text -> text);
        }
        if (proved != null) {
            return input.optional("phone", proved.number(), text -> text);
        }
        if (unproved) {
            return input.optional("phone", phone, text -> Phone.of(text).number());
        }
        // what is typed wrongly is said first
        if (input.required("phone", phone, Phone::of).isRead()) {
            input.reject("code", RuleBroken.invalid("citizen.phone-unproved"));
        }
        return input.optional("phone", null, text -> text);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RuleBroken.invalid("citizen.hint");
        }
    }
}
