package cn.bishui.complaints.quota;

/** Who asks, as far as the network tells: an IPv4 address, or the /64 network of an IPv6 address. */
public record Client(String network, boolean loopback) {

    /** Reads {@code request.getRemoteAddr()}. */
    public static Client of(String remoteAddress) {
        throw new UnsupportedOperationException();
    }

    /** Tells nothing: addresses do not belong into logs. */
    @Override
    public String toString() {
        return "Client[…]";
    }
}
