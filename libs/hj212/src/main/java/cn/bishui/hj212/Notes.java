package cn.bishui.hj212;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a reader noted, which mostly is nothing. */
final class Notes {

    private @Nullable EnumSet<Leniency> noted;

    void add(Leniency leniency) {
        if (noted == null) {
            noted = EnumSet.noneOf(Leniency.class);
        }
        noted.add(leniency);
    }

    Set<Leniency> set() {
        return noted == null ? Set.of() : Set.copyOf(noted);
    }

    static Set<Leniency> union(Set<Leniency> some, Set<Leniency> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        EnumSet<Leniency> all = EnumSet.copyOf(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
