package cn.bishui.monitoring.permitlimit;

/** Is told, in the same transaction, when a permit came or changed. */
public interface PermitWatch {

    /** The permit as it is kept from now on. */
    void changed(Permit permit);
}
