package cn.bishui.complaints.complaint;

import cn.bishui.contracts.Bureau;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The district's own bureaus, to which complaints go, by their names. */
public final class Bureaus {

    private Bureaus() {}

    /** Names by id, in the plan's order and the reader's language. */
    public static Map<String, String> names(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        Map<String, String> names = new LinkedHashMap<>();
        for (Bureau bureau : Bureau.values()) {
            if (!bureau.external()) {
                names.put(bureau.name(), english ? bureau.englishName() : bureau.chineseName());
            }
        }
        return names;
    }
}
