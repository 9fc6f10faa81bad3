package cn.bishui.enforcement.clue;

/**
 * The outlet of a unit that a clue is about.
 *
 * @param unit unified social credit code of the unit
 * @param unitName name of the unit when the clue was opened
 * @param code code of the outlet within the unit, such as {@code DW001}
 * @param name name of the outlet when the clue was opened
 */
public record Outlet(String unit, String unitName, String code, String name) {}
