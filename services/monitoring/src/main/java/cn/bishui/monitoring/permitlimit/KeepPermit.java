package cn.bishui.monitoring.permitlimit;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what the permits' register says. */
@Service
public class KeepPermit {

    private final Permits permits;
    private final List<PermitWatch> watches;

    KeepPermit(Permits permits, List<PermitWatch> watches) {
        this.permits = permits;
        this.watches = List.copyOf(watches);
    }

    /** Keeps the permit unless a newer version of it is known already. */
    @Transactional
    public void keep(Permit permit) {
        if (permits.keep(permit)) {
            watches.forEach(watch -> watch.changed(permit));
        }
    }
}
