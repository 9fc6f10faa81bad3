package cn.bishui.hj212;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pollutants by code in the order they came, filled before anybody else sees it; a packet has a few. */
final class PollutantMap extends AbstractMap<String, PollutantData> {

    private static final int FEW = 16;
    private static final int FEW_SLOTS = 32;

    private @Nullable PollutantData[] pollutants = new PollutantData[FEW];
    private int size;

    /** By hash of the code, one more than where it is. */
    private int[] slots = new int[FEW_SLOTS];

    /** What there is of a code. */
    PollutantData orNew(String code) {
        int slot = slot(code);
        if (slots[slot] != 0) {
            return at(slots[slot] - 1);
        }
        if (size == pollutants.length) {
            pollutants = Arrays.copyOf(pollutants, 2 * size);
            slots = new int[2 * slots.length];
            for (int i = 0; i < size; i++) {
                slots[slot(at(i).code())] = i + 1;
            }
            slot = slot(code);
        }
        PollutantData made = new PollutantData(code);
        pollutants[size] = made;
        size++;
        slots[slot] = size;
        return made;
    }

    /** The slot of a code, or the empty one where it belongs. */
    private int slot(String code) {
        int hash = code.hashCode() * 0x9E37_79B9;
        int slot = (hash ^ hash >>> 15) & (slots.length - 1);
        while (slots[slot] != 0 && !at(slots[slot] - 1).code().equals(code)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private PollutantData at(int i) {
        PollutantData pollutant = pollutants[i];
        if (pollutant == null) {
            throw new NoSuchElementException();
        }
        return pollutant;
    }

    @Override
    public @Nullable PollutantData get(@Nullable Object code) {
        int there = code instanceof String text ? slots[slot(text)] : 0;
        return there == 0 ? null : at(there - 1);
    }

    @Override
    public boolean containsKey(@Nullable Object code) {
        return get(code) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Entry<String, PollutantData>> entrySet() {
        return new Entries();
    }

    /** In the order they came; cannot be changed. */
    private final class Entries extends AbstractSet<Entry<String, PollutantData>> {

        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Entry<String, PollutantData>> iterator() {
            return new Iterator<>() {

                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Entry<String, PollutantData> next() {
                    if (next == size) {
                        throw new NoSuchElementException();
                    }
                    PollutantData pollutant = at(next);
                    next++;
                    return Map.entry(pollutant.code(), pollutant);
                }
            };
        }
    }
}
