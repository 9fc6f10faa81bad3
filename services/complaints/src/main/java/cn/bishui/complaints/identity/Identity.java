package cn.bishui.complaints.identity;

import cn.bishui.contracts.RuleBroken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who reported, as far as the reporter said; blank fields become null.
 *
 * @param name at most 60 characters
 * @param phone as the reporter gave it, at most 30 characters
 * @param address at most 200 characters
 * @param contact another way to reach the reporter, at most 100 characters
 */
public record Identity(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String contact) {

    private static final int FORMAT = 1;

    /** Rows are as long as the next multiple, so that their length tells little. */
    private static final int BLOCK = 128;

    private static final Pattern MOBILE = Pattern.compile("(\\+86|0086)?1[3-9]\\d{9}");

    /** Code {@code identity.too-long}. */
    public Identity {
        name = tidy(name, 60);
        phone = tidy(phone, 30);
        address = tidy(address, 200);
        contact = tidy(contact, 100);
    }

    /** Nobody. */
    public static Identity none() {
        return new Identity(null, null, null, null);
    }

    private static @Nullable String tidy(@Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > most) {
            throw RuleBroken.invalid("identity.too-long", most);
        }
        return stripped;
    }

    /** Whether the reporter said nothing. */
    public boolean isEmpty() {
        return name == null && phone == null && address == null && contact == null;
    }

    /** Whether the phone is one that takes short messages. */
    public boolean hasMobile() {
        return phone != null && MOBILE.matcher(phone.replaceAll("[\\s\\-]", "")).matches();
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "Identity[…]";
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            for (String field : Arrays.asList(name, phone, address, contact)) {
                out.writeUTF(field == null ? "" : field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(bytes.toByteArray(), (bytes.size() + BLOCK - 1) / BLOCK * BLOCK);
    }

    static Identity of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalStateException("an identity of a later version");
            }
            return new Identity(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
        } catch (IOException e) {
            throw new IllegalStateException("an identity cannot be read", e);
        }
    }
}
