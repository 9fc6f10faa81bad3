package cn.bishui.messaging;

import cn.bishui.contracts.Fact;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The wire form of facts: JSON with Jackson's defaults, tolerant of what it does not know and of what it misses. */
public final class FactJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FactJson() {}

    /** The body of a fact's event. */
    public static String write(Fact fact) {
        return MAPPER.writeValueAsString(fact);
    }

    /**
     * Reads the body of an event.
     *
     * @throws JacksonException if it is not such a fact
     */
    public static <F extends Fact> F read(byte[] body, Class<F> type) {
        return MAPPER.readValue(new String(body, StandardCharsets.UTF_8), type);
    }
}
