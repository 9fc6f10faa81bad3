package cn.bishui.complaints.complaint;

import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes the keys by which a request that comes twice is known. What it said is told apart by a keyed hash: a plain one of a
 * text that ends in a phone number would give the number away to whoever tries them all.
 */
@Service
public class SentTwice {

    private final Keys keys;

    SentTwice(Keys keys) {
        this.keys = keys;
    }

    /**
     * A key.
     *
     * @param said all that the request said, in a fixed order
     */
    public RequestKey key(String name, List<@Nullable String> said) {
        byte[][] parts = said.stream()
                .map(each -> each == null ? new byte[0] : each.strip().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return new RequestKey(name, HexFormat.of().formatHex(keys.mac(Purpose.REQUEST, parts)));
    }
}
