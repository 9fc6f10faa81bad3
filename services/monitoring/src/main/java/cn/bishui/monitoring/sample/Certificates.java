package cn.bishui.monitoring.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Certificates of analysts (上岗证). */
public interface Certificates {

    /**
     * A certificate.
     *
     * @param person username
     * @param bureau whose laboratory the person works in: it counts at the points of this bureau only
     * @param items keys of the items it covers; none for all
     */
    record Certificate(
            String number, String person, String bureau, Set<String> items, LocalDate validFrom, LocalDate validTo) {

        /** Keeps a copy. */
        public Certificate {
            items = Set.copyOf(items);
        }

        /** Whether it lets its holder analyse an item on a day. */
        public boolean covers(String item, LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validTo) && (items.isEmpty() || items.contains(item));
        }
    }

    /** Those of a person, ended ones too. */
    List<Certificate> of(String person);

    /**
     * Adds one.
     *
     * @return false if the number is taken
     */
    boolean add(Certificate certificate, String by);
}
