package cn.bishui.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Who asks, as far as the network tells: an IPv4 address, or the /64 network of an IPv6 address, which is what a household
 * has.
 *
 * @param network as text, {@code unknown} where there is no address
 * @param loopback whether it is this machine itself
 */
public record Client(String network, boolean loopback) {

    private static final int PREFIX_BYTES = 8;

    /** Reads {@code request.getRemoteAddr()}; whatever is no address counts together as one client. */
    public static Client of(String remoteAddress) {
        String literal = remoteAddress.strip();
        if (literal.startsWith("[") && literal.endsWith("]")) {
            literal = literal.substring(1, literal.length() - 1);
        }
        try {
            InetAddress address = InetAddress.ofLiteral(withoutZone(literal));
            return new Client(
                    address instanceof Inet6Address ? prefix(address) : address.getHostAddress(),
                    address.isLoopbackAddress());
        } catch (IllegalArgumentException _) {
            return new Client("unknown", false);
        }
    }

    private static String withoutZone(String literal) {
        int zone = literal.indexOf('%');
        return zone < 0 ? literal : literal.substring(0, zone);
    }

    private static String prefix(InetAddress address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PREFIX_BYTES; i += 2) {
            text.append(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)))
                    .append(':');
        }
        return text.append(":/64").toString();
    }

    /** Tells nothing: addresses do not belong into logs. */
    @Override
    public String toString() {
        return "Client[…]";
    }
}
