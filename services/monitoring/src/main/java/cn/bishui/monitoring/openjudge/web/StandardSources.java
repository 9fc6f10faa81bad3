package cn.bishui.monitoring.openjudge.web;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Where a figure stands in a standard, in the reader's language: {@code GB 3838-2002 表1第2项} for
 * {@code GB 3838-2002 table 1 item 2}. Templates call it {@code @standardSources}.
 */
@Component("standardSources")
class StandardSources {

    private static final Pattern TABLE = Pattern.compile(" table ((?:[A-Z]\\.)?[0-9]+)");
    private static final Pattern ITEM = Pattern.compile("(?<=表[A-Z.0-9]{1,9}) item ([0-9]+)");
    private static final Pattern NOTE = Pattern.compile("(?<=表[A-Z.0-9]{1,9}) note ([0-9]+)");
    private static final Pattern ANNEX = Pattern.compile(" annex ([A-Z])");

    /** The words as they are, or with Chinese ones for tables and items. */
    public String in(String words, boolean english) {
        if (english) {
            return words;
        }
        String zh = TABLE.matcher(words).replaceAll(" 表$1");
        zh = ITEM.matcher(zh).replaceAll("第$1项");
        zh = NOTE.matcher(zh).replaceAll("注$1");
        return ANNEX.matcher(zh).replaceAll(" 附录$1");
    }
}
