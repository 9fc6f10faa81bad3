package cn.bishui.complaints.identity;

import cn.bishui.audit.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows who reported, once the look is on record. */
@Service
public class ReadIdentity {

    ReadIdentity() {}

    /**
     * Notes the look and opens the identity; codes {@code identity.reason-short}, {@code identity.reason-long},
     * {@code identity.missing}.
     *
     * @param reason 5 to 200 characters
     */
    @Transactional
    public Identity read(UUID complaint, String reason, Actor reader) {
        throw new UnsupportedOperationException();
    }
}
