package cn.bishui.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.core.env.Environment;

/** Makes relays as other replicas of the service under test would have them. */
final class Relays {

    private final Environment environment;

    Relays(Environment environment) {
        this.environment = environment;
    }

    OutboxRelay relay(OutboxRelay.ConnectionSource connections) {
        return new OutboxRelay(connections, this::producer, "enforcement");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("BISHUI_DB_URL"),
                environment.getRequiredProperty("BISHUI_DB_USER"),
                environment.getRequiredProperty("BISHUI_DB_PASSWORD"));
    }

    /** A source that gives one connection and then none: a replica whose machine is gone. */
    OutboxRelay.ConnectionSource once(AtomicInteger backend) {
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            if (asked.getAndIncrement() > 0) {
                throw new SQLException("this replica is dead");
            }
            Connection connection = connect();
            backend.set(pid(connection));
            return connection;
        };
    }

    /** A source whose first connection calls back with its backend before it deletes what was told. */
    OutboxRelay.ConnectionSource beforeTheFirstDelete(IntConsumer callback) {
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            Connection connection = connect();
            return asked.getAndIncrement() == 0 ? calling(connection, pid(connection), callback) : connection;
        };
    }

    private static Connection calling(Connection connection, int backend, IntConsumer callback) {
        return (Connection) Proxy.newProxyInstance(
                Relays.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && arguments[0].toString().startsWith("delete from outbox")) {
                        callback.accept(backend);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        environment.getRequiredProperty("BISHUI_KAFKA"),
                        "acks",
                        "all",
                        "linger.ms",
                        "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
