package cn.bishui.standards.blackodorous;

import cn.bishui.standards.Rule;
import cn.bishui.standards.Verdict;
import java.math.BigDecimal;
import java.util.List;

/**
 * What came of asking people.
 *
 * @param valid answers that are valid
 * @param yes answers that say what was asked: that it is black or odorous, or that they are satisfied
 * @param percent of the valid ones, to 1 decimal
 * @param verdict of an identification: exceeds if it is to be listed; of an assessment of works: meets if people are satisfied;
 *     cannot be judged by too few answers
 * @param rules by which it was judged
 */
public record SurveyResult(int valid, int yes, BigDecimal percent, Verdict verdict, List<Rule> rules) {

    /** Keeps a copy. */
    public SurveyResult {
        rules = List.copyOf(rules);
    }
}
