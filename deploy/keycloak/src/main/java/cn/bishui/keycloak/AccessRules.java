package cn.bishui.keycloak;

import cn.bishui.contracts.Topic;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The topics of Kafka and who may use them: a service writes to its own topics and its own dead letters only, reads every
 * topic, and consumes in groups of its own name. Makes what is missing and takes away rules that should not be there.
 */
public final class AccessRules {

    private static final int LIMIT_SECONDS = 60;

    private final Admin admin;

    /** Works through the given client, which has to be a super user's. */
    public AccessRules(Admin admin) {
        this.admin = admin;
    }

    /** Waits for a broker that topics can be put on: it answers a moment before it takes any. */
    public void awaitBroker() {
        await(
                "No broker of Kafka is ready",
                () -> !wait(admin.describeCluster().nodes()).isEmpty());
    }

    /** Creates missing topics, and adds partitions where a topic has fewer than it should. */
    public void ensureTopics(List<Topic> topics) {
        Set<String> present = wait(admin.listTopics().names());
        wait(admin.createTopics(topics.stream()
                        .filter(topic -> !present.contains(topic.name()))
                        .map(AccessRules::newTopic)
                        .toList())
                .all());
        List<String> known =
                topics.stream().map(Topic::name).filter(present::contains).toList();
        Map<String, TopicDescription> described =
                wait(admin.describeTopics(known).allTopicNames());
        var grown = new HashMap<String, NewPartitions>();
        for (Topic topic : topics) {
            TopicDescription description = described.get(topic.name());
            if (description != null && description.partitions().size() < topic.partitions()) {
                grown.put(topic.name(), NewPartitions.increaseTo(topic.partitions()));
            }
        }
        wait(admin.createPartitions(grown).all());
    }

    /** Makes the access rules what the topics' writers say. */
    public void ensureRules(List<Topic> topics, List<String> services) {
        var wanted = new LinkedHashSet<AclBinding>();
        for (String service : services) {
            wanted.add(allow(service, ResourceType.TOPIC, "*", PatternType.LITERAL, AclOperation.READ));
            wanted.add(allow(service, ResourceType.GROUP, service, PatternType.PREFIXED, AclOperation.READ));
            topics.stream()
                    .filter(topic -> topic.writers().contains(service))
                    .map(topic ->
                            allow(service, ResourceType.TOPIC, topic.name(), PatternType.LITERAL, AclOperation.WRITE))
                    .forEach(wanted::add);
        }
        Set<AclBinding> present = present();
        wait(admin.createAcls(without(wanted, present)).all());
        wait(admin.deleteAcls(without(present, wanted).stream()
                        .map(AclBinding::toFilter)
                        .toList())
                .all());
        awaitRules(wanted);
    }

    /** The brokers learn of rules a while after the controller has them, above all when topics were made just before. */
    private void awaitRules(Set<AclBinding> wanted) {
        await("Kafka has not taken over the access rules", () -> present().equals(wanted));
    }

    private static void await(String otherwise, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(otherwise + " after " + LIMIT_SECONDS + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private Set<AclBinding> present() {
        return Set.copyOf(wait(admin.describeAcls(AclBindingFilter.ANY).values()));
    }

    private static List<AclBinding> without(Set<AclBinding> some, Set<AclBinding> others) {
        return some.stream().filter(rule -> !others.contains(rule)).toList();
    }

    private static NewTopic newTopic(Topic topic) {
        var settings = new HashMap<String, String>();
        settings.put("cleanup.policy", topic.compacted() ? "compact" : "delete");
        topic.retention().ifPresent(time -> settings.put("retention.ms", Long.toString(time.toMillis())));
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(settings);
    }

    private static AclBinding allow(
            String service, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
    }

    private static <T> T wait(KafkaFuture<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka could not be set up: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
