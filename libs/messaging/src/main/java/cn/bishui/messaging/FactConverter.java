package cn.bishui.messaging;

import cn.bishui.contracts.Fact;
import cn.bishui.contracts.catalogue.Facts;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.kafka.support.converter.MessagingMessageConverter;
import tools.jackson.core.JacksonException;

/** Turns an event into the record that its type names. An event that cannot be read fails for good. */
final class FactConverter extends MessagingMessageConverter {

    FactConverter() {
        SimpleKafkaHeaderMapper headers = new SimpleKafkaHeaderMapper();
        // else a listener's @Header String would be bytes
        headers.setRawMappedHeaders(Map.of(
                EventHeaders.ID, true,
                EventHeaders.TYPE, true,
                EventHeaders.SOURCE, true,
                EventHeaders.TIME, true,
                EventHeaders.SUBJECT, true));
        setHeaderMapper(headers);
    }

    /** The type of an event, empty where it bears none. */
    static Optional<String> typeOf(ConsumerRecord<?, ?> event) {
        Header type = event.headers().lastHeader(EventHeaders.TYPE);
        return type == null || type.value() == null
                ? Optional.empty()
                : Optional.of(new String(type.value(), StandardCharsets.UTF_8));
    }

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> event, @Nullable Type ignored) {
        String type = typeOf(event).orElseThrow(() -> unreadable(event, "an event without a type"));
        Class<? extends Fact> fact =
                Facts.byType(type).orElseThrow(() -> unreadable(event, "an event of unknown type " + type));
        if (!(event.value() instanceof byte[] body)) {
            throw unreadable(event, "an event without a body");
        }
        try {
            return FactJson.read(body, fact);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new ConversionException("not a " + type, event, e);
        }
    }

    private static ConversionException unreadable(ConsumerRecord<?, ?> event, String why) {
        return new ConversionException(why, event, new IllegalArgumentException(why));
    }
}
