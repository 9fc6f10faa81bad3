package cn.bishui.disclosure.complaint;

import cn.bishui.contracts.Bureau;
import java.util.Arrays;
import java.util.List;

/** By what the complaints of a month are told apart. */
public enum Breakdown {
    TYPE,
    STREET,
    BUREAU;

    private static final List<String> TYPES = List.of(
            "water",
            "air",
            "noise",
            "solid-waste",
            "hazardous-waste",
            "soil",
            "radiation",
            "ecology",
            "construction",
            "other");

    private static final List<String> BUREAUS =
            Arrays.stream(Bureau.values()).map(Bureau::name).toList();

    /** The rows that are always there, in their order. Which streets there are is known from the complaints only. */
    public List<String> known() {
        return switch (this) {
            case TYPE -> TYPES;
            case STREET -> List.of();
            case BUREAU -> BUREAUS;
        };
    }
}
