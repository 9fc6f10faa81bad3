package cn.bishui.contracts;

import cn.bishui.contracts.catalogue.Facts;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes down the topics and the facts as an AsyncAPI 3.0 document. */
final class AsyncApi {

    private static final String KAFKA_BINDING = "0.5.0";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<Topic> TOPICS =
            Topic.all().stream().filter(topic -> !topic.name().endsWith(".dlt")).toList();

    /** Schemas of the records, nested ones too, by name. */
    private final Map<String, Object> schemas = new TreeMap<>();

    /** The whole document: maps, lists and plain values. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", "application/json");
        document.put("channels", channels());
        document.put("operations", operations());
        Map<String, Object> messages = messages();
        document.put(
                "components",
                ordered(
                        "messages",
                        messages,
                        "messageTraits",
                        ordered("cloudEvent", cloudEvent()),
                        "schemas",
                        schemas));
        return document;
    }

    private static Map<String, Object> info() {
        return ordered("title", "Bishui: facts between services", "version", "1", "description", """
                One topic per service. Within a key, facts arrive in the order in which they were committed, at least \
                once: act on each ce_id once. Fields and facts are only ever added; ignore what you do not know. What \
                a consumer cannot act on goes to <topic>.<consumer>.dlt. Generated from libs/contracts.""");
    }

    private static Map<String, Object> channels() {
        Map<String, Object> channels = new LinkedHashMap<>();
        for (Topic topic : TOPICS) {
            Map<String, Object> messages = new LinkedHashMap<>();
            factsOn(topic).forEach(type -> messages.put(type, ref("components/messages", type)));
            Map<String, Object> configuration = new LinkedHashMap<>();
            configuration.put("cleanup.policy", List.of(topic.compacted() ? "compact" : "delete"));
            topic.retention().ifPresent(time -> configuration.put("retention.ms", time.toMillis()));
            channels.put(
                    topic.name(),
                    ordered(
                            "address",
                            topic.name(),
                            "messages",
                            messages,
                            "bindings",
                            kafka(ordered(
                                    "topic",
                                    topic.name(),
                                    "partitions",
                                    topic.partitions(),
                                    "topicConfiguration",
                                    configuration))));
        }
        return channels;
    }

    private static Map<String, Object> operations() {
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Topic topic : TOPICS) {
            topic.writers()
                    .forEach(service -> operations.put(
                            service + ".tells." + topic.name(),
                            ordered("action", "send", "channel", ref("channels", topic.name()))));
            topic.readers()
                    .forEach(service -> operations.put(
                            service + ".hears." + topic.name(),
                            ordered(
                                    "action",
                                    "receive",
                                    "channel",
                                    ref("channels", topic.name()),
                                    "bindings",
                                    kafka(ordered("groupId", ordered("type", "string", "const", service))))));
        }
        return operations;
    }

    private Map<String, Object> messages() {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Class<? extends Fact> type : Facts.all()) {
            Fact sample = Samples.of(type);
            Map<String, Object> payload = JSON.readValue(JSON.writeValueAsString(sample), new TypeReference<>() {});
            messages.put(
                    type.getSimpleName(),
                    ordered(
                            "name",
                            sample.type(),
                            "summary",
                            Docs.of(type).summary(),
                            "traits",
                            List.of(ref("components/messageTraits", "cloudEvent")),
                            "payload",
                            schemaOf(type),
                            "bindings",
                            kafka(ordered("key", ordered("type", "string", "examples", List.of(sample.key())))),
                            "examples",
                            List.of(ordered("payload", payload))));
        }
        return messages;
    }

    private static Map<String, Object> cloudEvent() {
        Map<String, Object> headers = ordered(
                "ce_specversion",
                ordered("type", "string", "const", "1.0"),
                "ce_id",
                ordered("type", "string", "description", "Unique id of the event; a repeated delivery bears the same."),
                "ce_type",
                ordered("type", "string", "description", "Name of the fact: the message's name here."),
                "ce_source",
                ordered("type", "string", "description", "The service that tells it."),
                "ce_time",
                ordered("type", "string", "format", "date-time"),
                "ce_subject",
                ordered("type", "string", "description", "The aggregate's id, as the key."),
                "content-type",
                ordered("type", "string", "const", "application/json"));
        return ordered(
                "summary",
                "CloudEvents 1.0 in Kafka's binary mode.",
                "headers",
                ordered("type", "object", "required", List.copyOf(headers.keySet()), "properties", headers));
    }

    private Map<String, Object> schemaOf(Class<?> type) {
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        if (!schemas.containsKey(name)) {
            Docs docs = Docs.of(type);
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (RecordComponent field : type.getRecordComponents()) {
                if (!FieldsOfRecord.mayBeAbsent(field)) {
                    required.add(field.getName());
                }
                properties.put(field.getName(), property(field, docs.fields().get(field.getName())));
            }
            schemas.put(
                    name,
                    ordered(
                            "type",
                            "object",
                            "description",
                            docs.summary(),
                            "required",
                            required,
                            "properties",
                            properties));
        }
        return ref("components/schemas", name);
    }

    private Map<String, Object> property(RecordComponent field, @Nullable String description) {
        Map<String, Object> property = new LinkedHashMap<>();
        Class<?> element = FieldsOfRecord.elementType(field);
        if (FieldsOfRecord.isList(field)) {
            property.put("type", "array");
            property.put("items", element.isRecord() ? schemaOf(element) : plain(element));
        } else if (element.isRecord()) {
            return schemaOf(element);
        } else {
            property.putAll(plain(element));
            if (FieldsOfRecord.mayBeAbsent(field)) {
                property.put("type", List.of(property.get("type"), "null"));
            }
        }
        if (description != null) {
            property.put("description", description);
        }
        return property;
    }

    private static Map<String, Object> plain(Class<?> type) {
        if (type == String.class) {
            return ordered("type", "string");
        }
        if (type == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == BigDecimal.class) {
            return ordered("type", "number");
        }
        if (type == long.class || type == int.class || type == Integer.class) {
            return ordered("type", "integer");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ordered("type", "boolean");
        }
        throw new AssertionError("no form on the wire is settled for " + type.getName() + ": settle one here");
    }

    private static List<String> factsOn(Topic topic) {
        return Facts.all().stream()
                .filter(type -> Samples.of(type).topic().equals(topic.name()))
                .map(Class::getSimpleName)
                .toList();
    }

    private static Map<String, Object> kafka(Map<String, Object> binding) {
        binding.put("bindingVersion", KAFKA_BINDING);
        return ordered("kafka", binding);
    }

    private static Map<String, Object> ref(String where, String name) {
        return ordered("$ref", "#/" + where + "/" + name);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
