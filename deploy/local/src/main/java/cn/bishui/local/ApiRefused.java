package cn.bishui.local;

/** A service answered that it did not do what it was asked. */
final class ApiRefused extends RuntimeException {

    private final int status;

    ApiRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
