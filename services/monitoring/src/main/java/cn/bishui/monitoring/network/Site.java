package cn.bishui.monitoring.network;

import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A site of the network: proposed, approved by somebody else, active, moved, ended.
 *
 * @param code as the network calls it
 * @param description what is said of it
 * @param proposedBy who proposed it
 * @param validFrom first day on which it counts; null before it is active
 * @param validTo last day on which it counts; null before it has ended
 * @param version rises with every change
 */
public record Site(
        String code,
        Description description,
        SiteState state,
        String proposedBy,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z-]{1,31}");

    /** Reads a code: capitals, digits, hyphens; code {@code site.code}. */
    public static String code(String typed) {
        if (!CODE.matcher(typed).matches()) {
            throw RuleBroken.invalid("site.code");
        }
        return typed;
    }

    /** One that was not there before. */
    public static Site proposed(String code, Description description, String by) {
        return new Site(code, description, SiteState.PROPOSED, by, null, null, 0);
    }

    /** Otherwise described, while it is proposed; code {@code site.not-proposed}. */
    public Site revised(Description other, String by) {
        mustBe(state == SiteState.PROPOSED, "site.not-proposed");
        mustBe(other.kind() == description.kind(), "site.kind-stays");
        return new Site(code, other, state, by, null, null, version + 1);
    }

    /** Approved by another person than proposed it; codes {@code site.not-proposed}, {@code site.four-eyes}. */
    public Site approved(String by) {
        mustBe(state == SiteState.PROPOSED, "site.not-proposed");
        if (proposedBy.equals(by)) {
            throw RuleBroken.forbidden("site.four-eyes");
        }
        return in(SiteState.APPROVED, null, null);
    }

    /** Sampled from a day on; code {@code site.not-approved}. */
    public Site active(LocalDate from) {
        mustBe(state == SiteState.APPROVED, "site.not-approved");
        return in(SiteState.ACTIVE, from, null);
    }

    /** At another place from a day on; codes {@code site.not-in-use}, {@code site.before-start}, {@code site.no-point}. */
    public Site moved(Position to, LocalDate from) {
        mustBeInUse(from);
        mustBe(description.kind().isPoint(), "site.no-point");
        return new Site(code, description.at(to), SiteState.MOVED, proposedBy, validFrom, null, version + 1);
    }

    /** With another name, level or target from a day on; codes {@code site.not-in-use}, {@code site.before-start}. */
    public Site amended(String name, NetworkLevel level, @Nullable Integer target, LocalDate from) {
        mustBeInUse(from);
        return new Site(
                code, description.amended(name, level, target), state, proposedBy, validFrom, null, version + 1);
    }

    /** Sampled until a day, and no more; codes {@code site.not-in-use}, {@code site.before-start}. */
    public Site ended(LocalDate on) {
        mustBeInUse(on);
        return in(SiteState.ENDED, validFrom, on);
    }

    /** What the audit log calls it. */
    public String subject() {
        return subject(code);
    }

    /** What the audit log calls the site of a code. */
    public static String subject(String code) {
        return "site/" + code;
    }

    private void mustBeInUse(LocalDate day) {
        mustBe(state.isInUse(), "site.not-in-use");
        if (validFrom == null || day.isBefore(validFrom)) {
            throw RuleBroken.invalid("site.before-start", String.valueOf(validFrom));
        }
    }

    private void mustBe(boolean right, String code) {
        if (!right) {
            throw RuleBroken.conflict(code, this.code);
        }
    }

    private Site in(SiteState other, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Site(code, description, other, proposedBy, from, to, version + 1);
    }
}
