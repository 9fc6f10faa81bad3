package cn.bishui.contracts.catalogue;

import cn.bishui.contracts.Fact;
import cn.bishui.contracts.audit.AuditFact;
import cn.bishui.contracts.complaints.ComplaintsFact;
import cn.bishui.contracts.enforcement.EnforcementFact;
import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.contracts.permits.PermitsFact;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of facts. A fact of a sealed topic is in it by itself; a new topic is added here. */
public final class Facts {

    private static final List<Class<? extends Fact>> ROOTS = List.of(
            AuditFact.class,
            ComplaintsFact.class,
            EnforcementFact.class,
            MonitoringFact.class,
            PermitRegisterEntry.class,
            PermitsFact.class);

    private static final Map<String, Class<? extends Fact>> BY_TYPE = ROOTS.stream()
            .flatMap(Facts::records)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private Facts() {}

    /** The records of all facts, in the order of their names. */
    public static List<Class<? extends Fact>> all() {
        return BY_TYPE.values().stream()
                .sorted((one, other) -> one.getSimpleName().compareTo(other.getSimpleName()))
                .toList();
    }

    /**
     * The record of a fact.
     *
     * @param type the CloudEvents type, as {@link Fact#type()} says it
     * @return empty where this version of the software does not know the fact
     */
    public static Optional<Class<? extends Fact>> byType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static Stream<Class<? extends Fact>> records(Class<? extends Fact> root) {
        return root.isRecord()
                ? Stream.of(root)
                : Arrays.stream(root.getPermittedSubclasses()).flatMap(each -> records(each.asSubclass(Fact.class)));
    }
}
