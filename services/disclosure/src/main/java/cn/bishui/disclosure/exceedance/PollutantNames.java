package cn.bishui.disclosure.exceedance;

import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names pollutants in the reader's language. */
@Component
public class PollutantNames {

    /**
     * The name of a pollutant.
     *
     * @param code code of HJ 212-2017 table B.1
     * @param told the Chinese name that came with the fact, null where none did
     * @return the code where nobody knows a name
     */
    public String of(String code, @Nullable String told, Locale locale) {
        String chinese =
                told == null ? Pollutants.find(code).map(Pollutant::nameZh).orElse(code) : told;
        return locale.getLanguage().equals("en")
                ? Pollutants.find(code).map(Pollutant::nameEn).orElse(chinese)
                : chinese;
    }
}
