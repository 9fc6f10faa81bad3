package cn.bishui.complaints.street;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the district's list of streets. What complaints say of their street stays as it was told. */
@Service
public class KeepStreets {

    /** Longest name, in characters. */
    public static final int NAME = 60;

    /** Most names. */
    public static final int MOST = 2_000;

    private final Streets streets;
    private final AuditLog audit;

    KeepStreets(Streets streets, AuditLog audit) {
        this.streets = streets;
        this.audit = audit;
    }

    /** Keeps these in place of those before; codes {@code street.long}, {@code street.many}. */
    @Transactional
    public void keep(List<String> names, Actor actor) {
        LinkedHashSet<String> kept = new LinkedHashSet<>();
        names.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(kept::add);
        kept.stream().filter(name -> name.length() > NAME).findFirst().ifPresent(name -> {
            throw RuleBroken.invalid("street.long", name.substring(0, NAME), NAME);
        });
        if (kept.size() > MOST) {
            throw RuleBroken.invalid("street.many", MOST);
        }
        List<String> gone = new ArrayList<>(streets.all());
        List<String> come = kept.stream().filter(name -> !gone.contains(name)).toList();
        gone.removeAll(kept);
        streets.replace(List.copyOf(kept));
        audit.record(actor, "streets.kept", "streets", Map.of("streets", kept.size(), "come", come, "gone", gone));
    }
}
