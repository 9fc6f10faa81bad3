package cn.bishui.monitoring.judgement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of hours that people put in the place of missing or invalid ones. They count for amounts and prove no exceedance. */
public interface SubstitutedValues {

    /** Puts a value in the place of what was entered for the hour before. */
    void put(int device, LocalDateTime hour, Substitute substitute, String by, Instant at);

    /**
     * A value.
     *
     * @param pollutant code of HJ 212-2017
     * @param value in the pollutant's own unit
     */
    record Substitute(String pollutant, BigDecimal value, Method method, String reason) {}

    /** How a value was found (HJ 356-2019 section 8). */
    enum Method {
        /** By manual monitoring. */
        MANUAL("manual"),
        /** By the method of HJ 356-2019 section 8. */
        HJ356("hj356-8");

        private final String code;

        Method(String code) {
            this.code = code;
        }

        /** As it is written in the database and in message keys. */
        public String code() {
            return code;
        }

        /** The codes of all. */
        public static List<String> codes() {
            return Arrays.stream(values()).map(Method::code).toList();
        }

        /** The method of a code; null if there is none. */
        public static @Nullable Method of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }
}
