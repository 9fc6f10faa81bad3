package cn.bishui.complaints.contact;

import cn.bishui.complaints.quota.Allowance;
import cn.bishui.complaints.quota.Quota;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends a one-time code to a phone. */
@Service
public class RequestCode {

    private final boolean offered;
    private final Quota quota;
    private final NewCode newCode;

    RequestCode(Optional<SmsGateway> gateway, Quota quota, NewCode newCode) {
        this.offered = gateway.isPresent();
        this.quota = quota;
        this.newCode = newCode;
    }

    /** Whether codes can be sent at all: where no gateway is set up, the form does not offer it. */
    public boolean isOffered() {
        return offered;
    }

    /**
     * Sends it; not to be called inside a transaction. Codes {@code phone.form}, {@code contact.not-offered} (409),
     * {@code contact.too-soon}, {@code contact.too-many-today}, {@code quota.code} (429).
     *
     * @param phone as typed
     * @return the request, to be named with the code
     */
    @Transactional(propagation = Propagation.NEVER)
    public UUID request(String phone, Client client, Locale locale) {
        if (!offered) {
            throw RuleBroken.conflict("contact.not-offered");
        }
        Phone to = Phone.of(phone);
        quota.take(client, Allowance.CODE);
        return newCode.send(to, locale);
    }
}
