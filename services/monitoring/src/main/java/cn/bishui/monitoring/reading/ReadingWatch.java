package cn.bishui.monitoring.reading;

import cn.bishui.monitoring.device.Device;
import java.util.List;

/** Is told what was kept, in the transaction that keeps it. Called with every batch, so it has to be quick. */
public interface ReadingWatch {

    /** What was new or other than before; in the order in which it came. */
    void kept(List<Fresh> readings);

    /**
     * A packet that says something that was not known.
     *
     * @param device at an outlet, or at a site of the network, which no permit judges
     * @param kept new or changed
     */
    record Fresh(Device device, Reading reading, Kept kept) {}
}
