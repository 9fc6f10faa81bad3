package cn.bishui.complaints.identity;

import cn.bishui.audit.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who reported, encrypted and apart. */
@Service
public class KeepIdentity {

    KeepIdentity() {}

    /** Keeps it in the caller's transaction, in place of what was kept before; an empty one is not kept. */
    @Transactional
    public void keep(UUID complaint, Identity identity, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
