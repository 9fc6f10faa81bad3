package cn.bishui.monitoring.intake;

import cn.bishui.monitoring.device.Devices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a page of the logbook. */
@Service
public class WriteLogbook {

    private final Refusals refusals;
    private final RejectedFrames rejectedFrames;
    private final Devices devices;

    WriteLogbook(Refusals refusals, RejectedFrames rejectedFrames, Devices devices) {
        this.refusals = refusals;
        this.rejectedFrames = rejectedFrames;
        this.devices = devices;
    }

    /** Writes all of it, or nothing. */
    @Transactional
    public void write(Logbook.Page page) {
        refusals.add(page.refusals());
        rejectedFrames.add(page.counts(), page.frames());
        devices.heard(page.heard());
    }
}
