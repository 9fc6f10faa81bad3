package cn.bishui.complaints.identity;

import org.springframework.stereotype.Service;

/** Encrypts anew, under the current key, what is kept under older ones. */
@Service
public class RotateIdentities {

    RotateIdentities() {}

    /** Rotates all, some hundred a transaction; returns how many there were. */
    public int rotate() {
        throw new UnsupportedOperationException();
    }
}
