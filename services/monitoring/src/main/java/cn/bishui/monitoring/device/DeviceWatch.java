package cn.bishui.monitoring.device;

/** Is told when a device was tested, put in or out of service or set to another interval, in the transaction that does so. */
public interface DeviceWatch {

    /** Takes the device as it is now. */
    void changed(Device device);
}
