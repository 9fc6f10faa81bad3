package cn.bishui.audit;

/** Who acts in these tests. */
final class People {

    static final Actor CLERK = new Actor("env-permit-clerk", "ENV", null);
    static final Actor HOLDER = new Actor("unit-operator", null, "91220201MA0Y4X0Q15");

    private People() {}
}
