package cn.bishui.messaging;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens to an event on which a listener failed: it is tried again, ever later, and then laid aside as a dead
 * letter, so that those behind it go on. While the service's own database is away nothing is laid aside: the listener
 * waits for it. What can never be read is laid aside at once.
 */
final class Retries {

    private static final Logger log = LoggerFactory.getLogger(Retries.class);

    private Retries() {}

    static DefaultErrorHandler handler(KafkaOperations<?, ?> kafka, String service, Duration giveUpAfter) {
        // of whatever group: the letter says which one failed
        DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (event, _) -> new TopicPartition(DeadLetterTopics.of(event.topic(), service), -1));
        deadLetters.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters, tries(giveUpAfter));
        handler.setBackOffFunction((_, failure) -> isOutage(failure) ? untilItIsOver() : tries(giveUpAfter));
        handler.setRetryListeners(new Words());
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    /** For what must not be laid aside: it is tried until it works, and those behind it wait. */
    static DefaultErrorHandler untilItWorks() {
        DefaultErrorHandler handler = new DefaultErrorHandler(untilItIsOver());
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners(new Words());
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    private static BackOff tries(Duration giveUpAfter) {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(10_000);
        backOff.setMaxElapsedTime(giveUpAfter.toMillis());
        return backOff;
    }

    private static BackOff untilItIsOver() {
        ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(10_000);
        return backOff;
    }

    /** Whether the failure is the database's absence rather than the event's fault. */
    static boolean isOutage(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CannotCreateTransactionException
                    || each instanceof TransactionSystemException
                    || each instanceof TransientDataAccessException
                    || each instanceof RecoverableDataAccessException
                    || each instanceof DataAccessResourceFailureException
                    || each instanceof SQLTransientException) {
                return true;
            }
            if (each instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }

    /** Says what happens to an event once at the first failure and once at the end. */
    private static final class Words implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> event, @Nullable Exception failure, int attempt) {
            if (attempt == 1) {
                log.warn("could not act on {}, trying again: {}", name(event), rootOf(failure));
            }
        }

        @Override
        public void recovered(ConsumerRecord<?, ?> event, @Nullable Exception failure) {
            log.error("gave up on {}: it is among the dead letters", name(event), failure);
        }

        @Override
        public void recoveryFailed(ConsumerRecord<?, ?> event, @Nullable Exception original, Exception failure) {
            log.warn("could not lay {} among the dead letters: {}", name(event), rootOf(failure));
        }

        private static String name(ConsumerRecord<?, ?> event) {
            return "%s from %s-%d@%d"
                    .formatted(
                            FactConverter.typeOf(event).orElse("an event"),
                            event.topic(),
                            event.partition(),
                            event.offset());
        }

        private static String rootOf(@Nullable Throwable failure) {
            Throwable root = failure;
            while (root != null && root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root);
        }
    }
}
