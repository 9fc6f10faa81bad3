package cn.bishui.complaints.citizen;

import cn.bishui.complaints.complaint.TellOtherwise;
import cn.bishui.complaints.contact.Undelivered;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Brings a message that never went out back to those who can telephone. */
@Service
class TellInstead implements Undelivered {

    private final TellOtherwise tellOtherwise;

    TellInstead(TellOtherwise tellOtherwise) {
        this.tellOtherwise = tellOtherwise;
    }

    @Override
    public void message(UUID about) {
        tellOtherwise.than(about);
    }
}
