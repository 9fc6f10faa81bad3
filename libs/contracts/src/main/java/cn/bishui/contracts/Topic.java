package cn.bishui.contracts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A topic as every deployment creates it. The one list is {@code topics.csv} beside this class: the local launcher, the
 * compose file's job and the chart's job all read it.
 *
 * @param name the topic's name
 * @param partitions number of partitions, at least 1
 * @param compacted whether the topic keeps the last record of each key for ever instead of all records for a time
 * @param retention how long records are kept; empty for a compacted topic
 * @param writers the services that may write to it
 * @param readers the services that consume it, each with a consumer group of its own name
 */
public record Topic(
        String name,
        int partitions,
        boolean compacted,
        Optional<Duration> retention,
        List<String> writers,
        List<String> readers) {

    /** How long a dead letter waits for an operator: half a year. */
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(183);

    /** Checks the partition count and copies the lists. */
    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException(name + " needs at least one partition, not " + partitions);
        }
        writers = List.copyOf(writers);
        readers = List.copyOf(readers);
    }

    /** Every topic of the platform, each followed by the dead-letter topic of each of its consumers. */
    public static List<Topic> all() {
        var topics = new ArrayList<Topic>();
        for (Topic topic : listed()) {
            topics.add(topic);
            topic.readers().stream().map(topic::deadLettersOf).forEach(topics::add);
        }
        return List.copyOf(topics);
    }

    /** The name of the topic that takes what the consumer group {@code group} could not handle. */
    public String deadLetterName(String group) {
        return name + "." + group + ".dlt";
    }

    private Topic deadLettersOf(String group) {
        return new Topic(
                deadLetterName(group),
                partitions,
                false,
                Optional.of(DEAD_LETTER_RETENTION),
                List.of(group),
                List.of(group));
    }

    private static List<Topic> listed() {
        var stream = Objects.requireNonNull(Topic.class.getResourceAsStream("topics.csv"), "topics.csv is missing");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Topic::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Topic parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != 6) {
            throw new IllegalStateException("topics.csv: six fields expected in: " + line);
        }
        return new Topic(
                fields[0],
                Integer.parseInt(fields[1]),
                fields[2].equals("compact"),
                fields[3].isEmpty() ? Optional.empty() : Optional.of(Duration.ofHours(Long.parseLong(fields[3]))),
                Arrays.asList(fields[4].split(" ")),
                Arrays.asList(fields[5].split(" ")));
    }
}
