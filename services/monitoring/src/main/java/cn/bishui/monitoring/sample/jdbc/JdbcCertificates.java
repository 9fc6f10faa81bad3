package cn.bishui.monitoring.sample.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.texts;

import cn.bishui.monitoring.sample.Certificates;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCertificates implements Certificates {

    private final JdbcClient jdbc;

    JdbcCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Certificate> of(String person) {
        return jdbc.sql("""
                        select number, person, bureau, items, valid_from, valid_to from analyst_certificate
                        where person = :person order by valid_from""")
                .param("person", person)
                .query((row, _) -> new Certificate(
                        text(row, "number"),
                        text(row, "person"),
                        text(row, "bureau"),
                        Set.copyOf(texts(row, "items")),
                        day(row, "valid_from"),
                        day(row, "valid_to")))
                .list();
    }

    @Override
    public boolean add(Certificate certificate, String by) {
        return jdbc.sql("""
                        insert into analyst_certificate (number, person, bureau, items, valid_from, valid_to, registered_by)
                        values (:number, :person, :bureau, cast(:items as text[]), :from, :to, :by)
                        on conflict (number) do nothing""")
                        .param("number", certificate.number())
                        .param("person", certificate.person())
                        .param("bureau", certificate.bureau())
                        .param("items", certificate.items().toArray(String[]::new))
                        .param("from", certificate.validFrom())
                        .param("to", certificate.validTo())
                        .param("by", by)
                        .update()
                == 1;
    }
}
