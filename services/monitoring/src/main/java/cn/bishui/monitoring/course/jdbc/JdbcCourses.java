package cn.bishui.monitoring.course.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.course.Course;
import cn.bishui.monitoring.course.Courses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCourses implements Courses {

    private static final String SELECT = "select c.*, s.name from site_course c join site s on s.code = c.site ";

    private final JdbcClient jdbc;

    JdbcCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Course> latest() {
        return jdbc.sql(SELECT + "where c.latest and s.state <> 'ended' order by c.site limit 2000")
                .query((row, _) -> course(row))
                .list();
    }

    @Override
    public List<Course> of(String site) {
        return jdbc.sql(SELECT + "where c.site = :site order by c.version desc limit 100")
                .param("site", site)
                .query((row, _) -> course(row))
                .list();
    }

    @Override
    public int add(String site, String shape, String reason, String by, Instant at) {
        jdbc.sql("update site_course set latest = false where site = :site and latest")
                .param("site", site)
                .update();
        return jdbc.sql("""
                        insert into site_course (site, version, latest, shape, reason, drawn_by, drawn_at)
                        select :site, coalesce(max(version), 0) + 1, true, :shape, :reason, :by, :at
                        from site_course where site = :site
                        returning version""")
                .param("site", site)
                .param("shape", shape)
                .param("reason", reason)
                .param("by", by)
                .param("at", timestamp(at))
                .query(Integer.class)
                .single();
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                text(row, "site"),
                text(row, "name"),
                row.getInt("version"),
                text(row, "shape"),
                text(row, "reason"),
                text(row, "drawn_by"),
                instant(row, "drawn_at"));
    }
}
