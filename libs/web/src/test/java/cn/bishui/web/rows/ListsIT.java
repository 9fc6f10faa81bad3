package cn.bishui.web.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.testkit.BishuiIT;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@BishuiIT
@TestPropertySource(properties = {"spring.autoconfigure.exclude=", "spring.flyway.locations=classpath:db/audit"})
class ListsIT {

    private static final int ROWS = 200_000;

    private final Lists lists;
    private final JdbcClient jdbc;

    ListsIT(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void fillATable() {
        jdbc.sql("create table if not exists listed (id int primary key, name text not null, divisor int not null)")
                .update();
        jdbc.sql("truncate listed").update();
        jdbc.sql("insert into listed select n, 'row ' || n, 1 from generate_series(1, :rows) as n")
                .param("rows", ROWS)
                .update();
    }

    @Test
    void givesAPageInTheOrderAskedFor() {
        Listing<String> page = lists.page(named("row 19999"), ListRequest.of("2", "10", "-name"));

        assertThat(page.total()).isEqualTo(11);
        assertThat(page.rows()).containsExactly("row 19999");
        assertThat(lists.page(named("row 19999"), ListRequest.of("1", "10", "drop table listed"))
                        .rows())
                .startsWith("row 19999", "row 199990")
                .hasSize(10);
    }

    @Test
    void readsEveryRowInTheOrderAskedFor() {
        List<String> read = new ArrayList<>();

        lists.each(named(""), ListRequest.of(null, null, "-id"), read::add);

        assertThat(read).hasSize(ROWS).startsWith("row " + ROWS).endsWith("row 1");
    }

    /** The last row fails: whoever reads all rows before the first is handed on hands none on. */
    @Test
    void handsRowsOnWhileOthersAreStillToBeRead() {
        jdbc.sql("update listed set divisor = 0 where id = :last")
                .param("last", ROWS)
                .update();
        AtomicLong read = new AtomicLong();
        ListQuery<Integer> query = new ListQuery<>(
                "select id, id / divisor as quotient from listed", Map.of(), Map.of(), "id", row -> row.getInt("id"));

        assertThatThrownBy(() -> lists.each(query, ListRequest.first(), _ -> read.incrementAndGet()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("division by zero");

        assertThat(read.get()).isGreaterThan(ROWS / 2);
    }

    @Test
    void writesNothingWhileItReads() {
        ListQuery<Integer> query =
                new ListQuery<>("select id from listed", Map.of(), Map.of(), "id", row -> row.getInt("id"));

        assertThatThrownBy(() -> lists.each(
                        query,
                        ListRequest.first(),
                        _ -> jdbc.sql("delete from listed").update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void readsColumnsAsWhatTheyAre() {
        Instant moment = Instant.parse("2026-11-23T06:05:09.123456Z");
        record Read(String text, Instant instant, LocalDate day, BigDecimal decimal, List<String> texts) {}

        Read read = jdbc.sql("""
                        select 'a' as text, :moment as moment, date '2026-11-23' as day, 1.50 as amount,
                          array['b', 'c'] as texts, null::timestamptz as no_moment""")
                .param("moment", Columns.timestamp(moment))
                .query((row, _) -> {
                    assertThat(Columns.instantOrNull(row, "no_moment")).isNull();
                    assertThatNullPointerException()
                            .isThrownBy(() -> Columns.instant(row, "no_moment"))
                            .withMessage("no_moment");
                    return new Read(
                            Columns.text(row, "text"),
                            Columns.instant(row, "moment"),
                            Columns.day(row, "day"),
                            Columns.decimal(row, "amount"),
                            Columns.texts(row, "texts"));
                })
                .single();

        assertThat(read)
                .isEqualTo(
                        new Read("a", moment, LocalDate.of(2026, 11, 23), new BigDecimal("1.50"), List.of("b", "c")));
        assertThat(Columns.timestamp(null)).isNull();
    }

    private static ListQuery<String> named(String beginning) {
        return new ListQuery<>(
                "select id, name from listed where starts_with(name, :beginning)",
                Map.of("beginning", beginning),
                Map.of("id", "id", "name", "name"),
                "id",
                row -> row.getString("name"));
    }
}
