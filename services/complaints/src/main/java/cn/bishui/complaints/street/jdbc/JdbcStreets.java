package cn.bishui.complaints.street.jdbc;

import static cn.bishui.web.rows.Columns.text;

import cn.bishui.complaints.street.Streets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStreets implements Streets {

    private final JdbcClient jdbc;

    JdbcStreets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> all() {
        return jdbc.sql("select name from street order by place, name")
                .query((row, _) -> text(row, "name"))
                .list();
    }

    @Override
    public void replace(List<String> names) {
        String[] kept = names.toArray(String[]::new);
        // two who keep at once take turns
        jdbc.sql("lock table street in exclusive mode").update();
        jdbc.sql("delete from street where name <> all (:kept)")
                .param("kept", kept)
                .update();
        jdbc.sql("""
                        insert into street (name, place)
                        select name, place from unnest(:kept) with ordinality as kept (name, place)
                        on conflict (name) do update set place = excluded.place""").param("kept", kept).update();
    }
}
