package cn.bishui.disclosure.unit;

import java.util.List;

/**
 * A unit that discharges (排污单位).
 *
 * @param code unified social credit code
 * @param trade in Chinese
 * @param permits all it ever had, the one that ends last first
 */
public record Unit(String code, String name, String trade, List<Permit> permits) {

    public Unit {
        permits = List.copyOf(permits);
    }
}
