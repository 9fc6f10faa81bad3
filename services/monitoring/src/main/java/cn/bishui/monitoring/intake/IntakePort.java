package cn.bishui.monitoring.intake;

/** Where devices connect. */
public interface IntakePort {

    /** The TCP port that is listened on. */
    int number();
}
