package cn.bishui.clocks;

import java.util.Arrays;

/**
 * Articles of a law.
 *
 * @param law id of the law, such as {@code WPL}
 * @param articles such as {@code 83(2)}, {@code 76-79} or {@code 91, 92}
 */
public record Citation(String law, String articles) {

    /** Whether an article is among them; one without its paragraph is if any of its paragraphs is. */
    boolean covers(String article) {
        return Arrays.stream(articles.split(", *", -1)).anyMatch(each -> covers(each, article));
    }

    private static boolean covers(String cited, String article) {
        int dash = cited.indexOf('-');
        int number = number(article);
        if (dash > 0) {
            return number >= number(cited.substring(0, dash)) && number <= number(cited.substring(dash + 1));
        }
        boolean bothWithParagraph = cited.indexOf('(') > 0 && article.indexOf('(') > 0;
        return bothWithParagraph ? cited.equals(article) : number(cited) == number;
    }

    private static int number(String article) {
        int paragraph = article.indexOf('(');
        return Integer.parseInt(paragraph < 0 ? article : article.substring(0, paragraph));
    }

    @Override
    public String toString() {
        return law + ' ' + articles;
    }
}
