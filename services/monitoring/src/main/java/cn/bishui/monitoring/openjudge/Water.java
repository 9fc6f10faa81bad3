package cn.bishui.monitoring.openjudge;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.standards.Standards;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** What can be judged, each by a standard of its own. */
public enum Water {
    /** Rivers, lakes and reservoirs. */
    SURFACE_WATER("surface-water", "GB 3838-2002"),
    /** Groundwater. */
    GROUNDWATER("groundwater", "GB/T 14848-2017"),
    /** Water that people drink. */
    DRINKING_WATER("drinking-water", "GB 5749-2022"),
    /** Urban waters that may be black and odorous. */
    BLACK_ODOROUS("black-odorous", "城市黑臭水体整治工作指南");

    private final String code;
    private final String standard;

    Water(String code, String standard) {
        this.code = code;
        this.standard = standard;
    }

    /** As it is written in addresses. */
    public String code() {
        return code;
    }

    /** Id of the standard. */
    public String standard() {
        return standard;
    }

    /** The water of a code. */
    public static Optional<Water> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** Checks that the standard holds on a day; code {@code judge.day}. */
    public LocalDate heldOn(LocalDate day) {
        boolean holds = Standards.find(standard)
                .map(found -> found.basis().holdsOn(day))
                .orElse(false);
        if (!holds) {
            throw RuleBroken.invalid("judge.day", standard, day);
        }
        return day;
    }
}
