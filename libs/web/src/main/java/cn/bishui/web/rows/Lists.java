package cn.bishui.web.rows;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads lists: a page of one, or all of it without ever holding more than a few hundred rows. */
public final class Lists {

    /** So many rows are in memory at once while all are read. */
    private static final int FETCHED = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    Lists(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** One page, in the order that is asked for. */
    public <R> Listing<R> page(ListQuery<R> query, ListRequest request) {
        return page(query, request, Long.MAX_VALUE);
    }

    /**
     * One page of a list so long that counting it would take longer than reading it.
     *
     * @param counted where the counting of its rows ends
     */
    public <R> Listing<R> page(ListQuery<R> query, ListRequest request, long counted) {
        return page(query, request, query.select(), counted);
    }

    /**
     * One page of such a list, where another query counts its rows sooner than the one that reads them.
     *
     * @param counting gives as many rows as the query does, by the same parameters
     * @param counted where the counting of its rows ends
     */
    public <R> Listing<R> page(ListQuery<R> query, ListRequest request, String counting, long counted) {
        List<R> rows = ordered(query, request, " limit :rows_of_page offset :rows_before_page")
                .param("rows_of_page", request.size())
                .param("rows_before_page", request.offset())
                .query((row, _) -> query.read().of(row))
                .list();
        boolean last = rows.size() < request.size() && (request.page() == 1 || !rows.isEmpty());
        return new Listing<>(rows, last ? request.offset() + rows.size() : count(counting, query, counted), request);
    }

    private long count(String counting, ListQuery<?> query, long most) {
        return jdbc.sql("select count(*) from (select from (" + counting
                        + ") as listed limit :most_counted) as counted")
                .params(query.parameters())
                .param("most_counted", most)
                .query(Long.class)
                .single();
    }

    /**
     * Every row, in the order that is asked for, as the database gives them: the reader gets the first before the last is
     * read. The rows are those of one moment; the reader is to be quick, since a connection waits for it.
     */
    public <R> void each(ListQuery<R> query, ListRequest order, Consumer<? super R> reader) {
        // PostgreSQL's driver reads by a cursor only within a transaction
        reading.executeWithoutResult(_ -> ordered(query, order, "")
                .withFetchSize(FETCHED)
                .query(row -> {
                    reader.accept(query.read().of(row));
                }));
    }

    private StatementSpec ordered(ListQuery<?> query, ListRequest order, String part) {
        return jdbc.sql(query.select() + " order by " + order.orderBy(query.sorts(), query.order()) + part)
                .params(query.parameters());
    }
}
