package cn.bishui.disclosure.publication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.bishui.disclosure.publication.Edition;
import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Publication;
import cn.bishui.disclosure.publication.Publications;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class CurrentEditionTests {

    private final Asked publications = new Asked();
    private final CurrentEdition current = new CurrentEdition(publications);

    @Test
    void asksOnceForManyReaders() {
        for (int reader = 0; reader < 1000; reader++) {
            assertThat(current.get().number()).isEqualTo(1);
        }

        assertThat(publications.times).isLessThan(100);
    }

    @Test
    void seesTheNextEditionSoon() {
        assertThat(current.get().number()).isEqualTo(1);
        publications.number = 2;

        await().untilAsserted(() -> assertThat(current.get().number()).isEqualTo(2));
    }

    @Test
    void keepsTheLastEditionWhileTheDatabaseIsAway() {
        assertThat(current.get().number()).isEqualTo(1);
        publications.away = true;
        int before = publications.times;

        await().untilAsserted(() -> {
            assertThat(current.get().number()).isEqualTo(1);
            assertThat(publications.times).isGreaterThan(before);
        });
    }

    @Test
    void hasNothingToShowBeforeTheDatabaseWasEverThere() {
        publications.away = true;

        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(current::get);
    }

    private static final class Asked implements Publications {

        private long number = 1;
        private boolean away;
        private int times;

        @Override
        public Edition edition() {
            times++;
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
            return new Edition(number, null);
        }

        @Override
        public void beginEdition(Instant publishedAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Instant> publishedAt(String eventId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void add(Publication publication) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Listing<Publication> page(Notice.@Nullable Kind kind, ListRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Publication> before(Notice.@Nullable Kind kind, @Nullable Publication last, int count) {
            throw new UnsupportedOperationException();
        }
    }
}
