package cn.bishui.complaints.complaint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a replay has seen. */
final class Tally {

    private static final int SHOWN = 5;

    final Set<ComplaintSheet.State> states = EnumSet.noneOf(ComplaintSheet.State.class);
    final Map<String, Long> clocks = new TreeMap<>();
    final Map<String, Long> late = new TreeMap<>();
    final List<String> wrong = new ArrayList<>();
    long complaints;
    long moves;
    long edits;
    long extensions;
    long refusals;
    long deadlines;
    long answersInTime;
    long answersLate;
    long wrongs;

    void answer(boolean inTime) {
        if (inTime) {
            answersInTime++;
        } else {
            answersLate++;
        }
    }

    void clock(String clock, boolean kept) {
        clocks.merge(clock, 1L, Long::sum);
        if (!kept) {
            late.merge(clock, 1L, Long::sum);
        }
    }

    void wrong(String what, List<ReplayedComplaint.Scene> story) {
        wrongs++;
        if (wrong.size() < SHOWN) {
            wrong.add(what + "\n  "
                    + story.stream()
                            .map(scene -> scene.at() + " " + scene.what())
                            .collect(Collectors.joining("\n  ")));
        }
    }

    @Override
    public String toString() {
        return """
                %d complaints, %d moves (%d edits, %d extensions, %d refused), %d clocks, %d deadlines compared, %d wrong
                answers: %d in time, %d late
                clocks: %s
                of these run out: %s""".formatted(
                        complaints,
                        moves,
                        edits,
                        extensions,
                        refusals,
                        clocks.values().stream().mapToLong(Long::longValue).sum(),
                        deadlines,
                        wrongs,
                        answersInTime,
                        answersLate,
                        clocks,
                        late);
    }
}
