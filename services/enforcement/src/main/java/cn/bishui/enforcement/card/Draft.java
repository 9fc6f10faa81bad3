package cn.bishui.enforcement.card;

import java.time.Instant;
import java.util.List;

/**
 * What a yellow card is to say.
 *
 * @param reason why, in Chinese, fit for publication
 * @param exceedances ids of the exceedances it is shown for: those that the clue had when it was drafted
 * @param by account of the inspector
 */
public record Draft(String reason, Measure measure, List<String> exceedances, String by, Instant at) {

    public Draft {
        exceedances = List.copyOf(exceedances);
    }
}
