package cn.bishui.monitoring.reading.jdbc;

import cn.bishui.monitoring.reading.Reading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers for layouts. A new one is committed apart, so that what is remembered here is true whatever becomes of the batch. */
@Component
class Layouts {

    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Map<String, Integer> known =
            Collections.synchronizedMap(new LinkedHashMap<String, Integer>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            });

    Layouts(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    int of(Reading reading) {
        String layout = reading.content().layout();
        Integer remembered = known.get(layout);
        if (remembered != null) {
            return remembered;
        }
        Integer id = apart.execute(_ -> {
            jdbc.sql("insert into packet_layout (layout) values (:layout) on conflict (layout) do nothing")
                    .param("layout", layout)
                    .update();
            return jdbc.sql("select id from packet_layout where layout = :layout")
                    .param("layout", layout)
                    .query(Integer.class)
                    .single();
        });
        known.put(layout, id);
        return id;
    }
}
