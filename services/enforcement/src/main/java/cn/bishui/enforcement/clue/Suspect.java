package cn.bishui.enforcement.clue;

import org.jspecify.annotations.Nullable;

/**
 * Whom a clue is about: a unit, at one of its outlets or as a whole.
 *
 * @param unit unified social credit code of the unit
 * @param unitName name of the unit when the clue was opened
 * @param outlet code of the outlet within the unit, such as {@code DW001}; null where it is about the unit as a whole
 * @param outletName name of the outlet, null where there is none or nobody told it yet
 */
public record Suspect(
        String unit,
        String unitName,
        @Nullable String outlet,
        @Nullable String outletName) {

    /** The outlet as people read it, null where there is none. */
    public @Nullable String outletInWords() {
        return outletInWords(outlet, outletName);
    }

    /** An outlet as people read it: its name, where there is one, and its code. */
    public static @Nullable String outletInWords(@Nullable String outlet, @Nullable String outletName) {
        return outlet == null || outletName == null ? outlet : outletName + " " + outlet;
    }

    /** Unit and outlet as people read them. */
    public String inWords() {
        return outlet == null ? unitName : unitName + " · " + outletInWords();
    }

    /** The same, with the outlet's name where only the other knows it. */
    Suspect knownAs(Suspect other) {
        return outletName == null ? new Suspect(unit, unitName, outlet, other.outletName) : this;
    }
}
