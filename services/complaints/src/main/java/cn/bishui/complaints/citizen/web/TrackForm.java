package cn.bishui.complaints.citizen.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What somebody who knows a complaint's number and secret sends with them.
 *
 * @param once made with the page, so that the same words come in once
 * @param words facts that are added
 * @param opinion what the reporter says with a rating
 * @param why of a request for re-examination
 * @param grounds of a request for review
 * @param again what goes on
 * @param photos may hold empty ones
 */
record TrackForm(
        @Nullable String number,
        @Nullable String secret,
        @Nullable String once,
        @Nullable String words,
        @Nullable String satisfaction,
        @Nullable String opinion,
        @Nullable String why,
        @Nullable String grounds,
        @Nullable String again,
        @Nullable List<MultipartFile> photos,
        @Nullable MultipartFile video) {

    static final TrackForm EMPTY = new TrackForm(null, null, null, null, null, null, null, null, null, null, null);

    /** The longest words of any kind. */
    static final int WORDS = 2000;

    String numberTyped() {
        return number == null ? "" : number.strip();
    }

    String secretTyped() {
        return secret == null ? "" : secret.strip();
    }

    /** Why re-examination is asked for. */
    String readWhy() {
        return text("why", why);
    }

    /** Why review is asked for. */
    String readGrounds() {
        return text("grounds", grounds);
    }

    /** What goes on. */
    String readAgain() {
        return text("again", again);
    }

    private static String text(String field, @Nullable String typed) {
        Input input = new Input();
        var said = input.text(field, typed, WORDS);
        return input.read(said::get);
    }

    /**
     * Facts that are added; their words may be left out where photos come.
     *
     * @param otherwise what stands in their place
     */
    String readWords(String otherwise) {
        boolean silent = words == null || words.isBlank();
        boolean shown = (photos != null && photos.stream().anyMatch(photo -> !photo.isEmpty()))
                || (video != null && !video.isEmpty());
        return silent && shown ? otherwise : text("words", words);
    }

    /** How content the reporter is. */
    Opinion readOpinion() {
        Input input = new Input();
        var stars = input.required("satisfaction", satisfaction, TrackForm::figure);
        var said = input.optional("opinion", opinion, TypedMatter.shorterThan(WORDS));
        return input.read(() -> new Opinion(stars.get(), said.get().orElse(null)));
    }

    private static Integer figure(String typed) {
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException e) {
            throw RuleBroken.invalid("complaint.satisfaction");
        }
    }

    /** What the reporter thinks of the answer. */
    record Opinion(int satisfaction, @Nullable String words) {}
}
