package cn.bishui.disclosure.clue;

import cn.bishui.disclosure.publication.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of enforcement on a clue. Steps may come in any order: each says what only it knows. */
public sealed interface ClueStep {

    /** Id of the clue. */
    String clue();

    /** When the step was taken. */
    Instant at();

    /** What the record of publications says of it. */
    Notice notice();

    private static Notice notice(@Nullable String unit, Instant at, String... about) {
        return new Notice(Notice.Kind.CLUE, String.join(" · ", about), unit, at);
    }

    /**
     * The clue was opened.
     *
     * @param number what people call it
     * @param exceedance id of the exceedance that led to it, null where something else did
     */
    record Opened(
            String clue,
            String number,
            String unit,
            String unitName,
            @Nullable String exceedance,
            Instant at) implements ClueStep {

        @Override
        public Notice notice() {
            return ClueStep.notice(unit, at, unitName, number);
        }
    }

    /** A further exceedance was added to it. */
    record Joined(String clue, String exceedance, Instant at) implements ClueStep {

        @Override
        public Notice notice() {
            return ClueStep.notice(null, at, exceedance);
        }
    }

    /** A case was filed on it. */
    record Filed(String clue, String caseNumber, String unit, String unitName, Instant at) implements ClueStep {

        @Override
        public Notice notice() {
            return ClueStep.notice(unit, at, unitName, caseNumber);
        }
    }

    /**
     * It was decided to file no case on it.
     *
     * @param reason why, fit for publication
     */
    record Dismissed(String clue, String unit, String unitName, String reason, Instant at) implements ClueStep {

        @Override
        public Notice notice() {
            return ClueStep.notice(unit, at, unitName, reason);
        }
    }
}
