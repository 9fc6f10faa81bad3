package cn.bishui.complaints.contact;

import cn.bishui.complaints.quota.Client;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Sends a one-time code to a phone. */
@Service
public class RequestCode {

    RequestCode() {}

    /** Whether codes can be sent at all: where no gateway is set up, the form does not offer it. */
    public boolean isOffered() {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends it; not to be called inside a transaction. Codes {@code phone.form}, {@code contact.not-offered},
     * {@code contact.too-soon}, {@code contact.too-many-today}, {@code quota.code}.
     *
     * @param phone as typed
     * @return the request, to be named with the code
     */
    public UUID request(String phone, Client client, Locale locale) {
        throw new UnsupportedOperationException();
    }
}
