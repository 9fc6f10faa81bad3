package cn.bishui.alarms;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The handlers by their kind; looked up late, because handlers set alarms themselves. */
final class AlarmHandlers {

    private final Supplier<Stream<AlarmHandler>> beans;
    private volatile @Nullable Map<String, AlarmHandler> byKind;

    AlarmHandlers(Supplier<Stream<AlarmHandler>> beans) {
        this.beans = beans;
    }

    Set<String> kinds() {
        return byKind().keySet();
    }

    /**
     * The handler of a kind.
     *
     * @throws IllegalArgumentException if there is none
     */
    AlarmHandler of(String kind) {
        AlarmHandler handler = byKind().get(kind);
        if (handler == null) {
            throw new IllegalArgumentException("nobody handles alarms of the kind " + kind);
        }
        return handler;
    }

    private Map<String, AlarmHandler> byKind() {
        Map<String, AlarmHandler> known = byKind;
        if (known == null) {
            // two of a kind are a mistake: the collector throws
            known = beans.get().collect(Collectors.toUnmodifiableMap(AlarmHandler::kind, Function.identity()));
            byKind = known;
        }
        return known;
    }
}
