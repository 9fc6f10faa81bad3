package cn.bishui.testkit;

/** PostgreSQL and Kafka for the tests of one JVM. */
interface Servers {

    /** Makes an empty database with a login role of its own. */
    Database newDatabase(String name);

    /** Address of Kafka for clients; the same whenever it runs. */
    String bootstrapServers();

    /** Takes Kafka away, as a failure would; nothing that it acknowledged is lost. */
    void stopKafka();

    /** Brings Kafka back and returns when it is ready. */
    void startKafka();

    /** Takes PostgreSQL away: connections break, what was committed is kept. */
    void stopPostgres();

    /** Brings PostgreSQL back at the same address and returns when it is ready. */
    void startPostgres();

    /** Ends both. */
    void stop();

    /** A database and who may use it. */
    record Database(String url, String user, String password) {}
}
