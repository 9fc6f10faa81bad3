package cn.bishui.complaints.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.Profile;
import cn.bishui.clocks.WorkingDays;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every deadline of many made-up complaints, counted twice. {@code -Dreplay.complaints=600000} replays more than the sample
 * that the build does.
 */
class ReplayTests {

    private static final int SAMPLE = 5_000;

    @Test
    void everyDeadlineIsTheOneThatIsCountedByHand() {
        Map<HandCount.Place, LegalClocks> laws = new EnumMap<>(HandCount.Place.class);
        for (HandCount.Place place : HandCount.Place.values()) {
            laws.put(place, law(place));
        }
        Tally tally = new Tally();
        int complaints = Integer.getInteger("replay.complaints", SAMPLE);
        for (int seed = 1; seed <= complaints; seed++) {
            ReplayedComplaint replayed = new ReplayedComplaint(seed, laws::get, tally);
            replayed.walk();
            replayed.count();
        }
        System.out.println(tally);
        assertThat(tally.wrong).isEmpty();
        assertThat(tally.wrongs).isZero();
        // the replay has been everywhere
        assertThat(tally.states).containsExactly(ComplaintSheet.State.values());
        assertThat(tally.clocks).hasSize(10);
        assertThat(tally.late).hasSize(10);
    }

    private static LegalClocks law(HandCount.Place place) {
        try {
            return new LegalClocks(WorkingDays.china()).with(Profile.read(new StringReader(place.profile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
