package cn.bishui.monitoring.load;

/**
 * An outlet.
 *
 * @param unit unified social credit code
 * @param outlet code within the unit
 */
public record DischargePoint(String unit, String outlet) {

    /** What alarms call it: {@code load/unit/outlet}. */
    String subject() {
        return "load/" + unit + "/" + outlet;
    }
}
