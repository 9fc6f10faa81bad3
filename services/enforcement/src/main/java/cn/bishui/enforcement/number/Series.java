package cn.bishui.enforcement.number;

/** What is numbered on its own, anew every year. */
public enum Series {
    /** Clues (线索). */
    CLUE("XS"),
    /** Yellow cards (黄牌). */
    YELLOW_CARD("HP"),
    /** Filed cases (立案). */
    CASE("LA");

    private final String prefix;

    Series(String prefix) {
        this.prefix = prefix;
    }

    /** The number of a place in a year, such as {@code XS-2026-0001}. */
    public String number(int year, int place) {
        return "%s-%d-%04d".formatted(prefix, year, place);
    }
}
