package cn.bishui.monitoring.device.web;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Devices that wait for their test, for an answer to their unit, or to be put to use. */
@Component
class DeviceTodo implements TodoSource {

    private static final String ADMIN = "monitoring.device-admin";
    private static final String APPROVER = "monitoring.device-approver";

    /** Put to use what was accepted: 5 working days (Order 19). */
    private static final String USE = "MON-REGISTER";

    private final JdbcClient jdbc;
    private final LegalClocks clocks;
    private final Clock clock;

    DeviceTodo(JdbcClient jdbc, LegalClocks clocks, Clock clock) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        if (person.roles().contains(APPROVER)) {
            items.addAll(jdbc.sql("""
                            select d.mn, p.place, r.due
                            from device_stop_request r join device d on d.id = r.device join device_place p on p.device = d.id
                            where r.answer is null and r.used_at is null and r.due >= :today order by r.due, r.id limit :most""")
                    .param("today", LocalDate.now(clock))
                    .param("most", MOST)
                    .query((row, _) ->
                            item("todo.stop-request", text(row, "mn"), text(row, "place"), day(row, "due"), texts))
                    .list());
            jdbc.sql("""
                            select d.mn, p.place from device d join device_place p on p.device = d.id
                            where d.state = 'registered' and d.registered_by is distinct from :me
                            order by d.registered_at, d.id limit :most""").param("me", person.username()).param("most", MOST).query(row -> {
                items.add(new TodoItem(
                        texts.of("todo.test"),
                        row.getString("place") + " · " + row.getString("mn"),
                        null,
                        "/monitoring/devices/" + row.getString("mn"),
                        texts.of("todo.test.act")));
            });
        }
        if (person.roles().contains(ADMIN)) {
            items.addAll(jdbc.sql("""
                            select d.mn, p.place, t.tested_on from device d join device_place p on p.device = d.id
                            join lateral (select tested_on from device_test where device = d.id and passed
                                order by id desc limit 1) as t on true
                            where d.state = 'tested' order by t.tested_on, d.id limit :most""")
                    .param("most", MOST)
                    .query((row, _) -> item(
                            "todo.use",
                            text(row, "mn"),
                            text(row, "place"),
                            clocks.deadline(USE, day(row, "tested_on")).due(),
                            texts))
                    .list());
        }
        return items;
    }

    private static TodoItem item(String what, String mn, String place, LocalDate due, Texts texts) {
        return new TodoItem(
                texts.of(what), place + " · " + mn, due, "/monitoring/devices/" + mn, texts.of(what + ".act"));
    }
}
