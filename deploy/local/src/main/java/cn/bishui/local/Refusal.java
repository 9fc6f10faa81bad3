package cn.bishui.local;

/** Something the person at the keyboard has to change first; the message is one clear sentence for them. */
final class Refusal extends RuntimeException {

    Refusal(String message) {
        super(message);
    }
}
