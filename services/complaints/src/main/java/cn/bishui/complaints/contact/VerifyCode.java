package cn.bishui.complaints.contact;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** Compares the code that the reporter typed. */
@Service
public class VerifyCode {

    VerifyCode() {}

    /**
     * Compares; not to be called inside a transaction. Codes {@code contact.code-wrong}, {@code contact.code-over} (five
     * minutes, five tries, used).
     *
     * @return a token for the form's hidden field; see {@link VerifiedPhones}
     */
    public String verify(UUID request, String code) {
        throw new UnsupportedOperationException();
    }
}
