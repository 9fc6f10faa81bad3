package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.contact.Phone;
import cn.bishui.complaints.contact.RequestCode;
import cn.bishui.complaints.contact.VerifiedPhones;
import cn.bishui.complaints.contact.VerifyCode;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** The part of the form that says how the reporter can be reached, and how a phone is proved. */
@Component
class Contacts {

    private final RequestCode requestCode;
    private final VerifyCode verifyCode;
    private final VerifiedPhones verifiedPhones;

    Contacts(RequestCode requestCode, VerifyCode verifyCode, VerifiedPhones verifiedPhones) {
        this.requestCode = requestCode;
        this.verifyCode = verifyCode;
        this.verifiedPhones = verifiedPhones;
    }

    /**
     * How far the proof is.
     *
     * @param phone the phone that is proved, null while none is
     * @param token that proves it
     * @param codeRequest the code that is waited for, null if none is
     */
    record Contact(
            @Nullable Phone phone,
            @Nullable String token,
            @Nullable String codeRequest) {

        static final Contact NONE = new Contact(null, null, null);

        static Contact waiting(@Nullable String codeRequest) {
            return new Contact(null, null, codeRequest == null || codeRequest.isBlank() ? null : codeRequest);
        }
    }

    /** Whether phones are proved at all; without a gateway for short messages they are taken as they are typed. */
    boolean areProved() {
        return requestCode.isOffered();
    }

    /** Sends a code; what is wrong is noted at the phone. */
    Contact ask(ReportForm form, Errors errors, Client client, Locale locale) {
        try {
            return Contact.waiting(requestCode
                    .request(form.phone() == null ? "" : form.phone(), client, locale)
                    .toString());
        } catch (RuleBroken broken) {
            reject(errors, "phone", broken);
            return Contact.waiting(form.codeRequest());
        }
    }

    /** Looks at the proof that a form brings, or at the code; what is wrong is noted at its field. */
    Contact prove(ReportForm form, Errors errors) {
        if (!form.withContact()) {
            return Contact.NONE;
        }
        String token = form.verified();
        if (token != null && !token.isBlank()) {
            try {
                return new Contact(verifiedPhones.of(token), token, null);
            } catch (RuleBroken broken) {
                reject(errors, "phone", broken);
                return Contact.NONE;
            }
        }
        String code = form.code();
        Contact waiting = Contact.waiting(form.codeRequest());
        if (waiting.codeRequest() == null || code == null || code.isBlank()) {
            return waiting;
        }
        try {
            String fresh = verifyCode.verify(UUID.fromString(waiting.codeRequest()), code.strip());
            return new Contact(verifiedPhones.of(fresh), fresh, null);
        } catch (RuleBroken broken) {
            reject(errors, "code", broken);
            return waiting;
        } catch (IllegalArgumentException _) {
            reject(errors, "code", RuleBroken.invalid("contact.code-over"));
            return Contact.NONE;
        }
    }

    private static void reject(Errors errors, String field, RuleBroken broken) {
        errors.rejectValue(field, "rule." + broken.code(), broken.arguments().toArray(), broken.code());
    }
}
