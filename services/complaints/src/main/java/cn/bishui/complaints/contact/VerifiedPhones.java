package cn.bishui.complaints.contact;

import org.springframework.stereotype.Service;

/** Reads the tokens that prove a phone, for half an hour. */
@Service
public class VerifiedPhones {

    VerifiedPhones() {}

    /** The phone that answered; code {@code contact.token-over}. */
    public Phone of(String token) {
        throw new UnsupportedOperationException();
    }
}
