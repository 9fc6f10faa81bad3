package cn.bishui.clocks;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The calendar that is shipped, amended by a file that somebody may put there or change while the program runs: the notice
 * for the next year, published in autumn.
 */
public final class CalendarFile implements Supplier<WorkingDays> {

    private final Path file;
    private volatile Loaded loaded = new Loaded("", WorkingDays.china());

    private record Loaded(String text, WorkingDays days) {}

    /** Takes a file that need not exist yet; its format is that of {@link WorkingDays#amendedBy}. */
    public CalendarFile(Path file) {
        this.file = file;
    }

    /** The calendar as it was last read. */
    @Override
    public WorkingDays get() {
        return loaded.days();
    }

    /**
     * Reads the file again.
     *
     * @return whether the calendar has changed: then count every provisional clock again
     * @throws IllegalArgumentException if the file contradicts itself; the calendar stays as it was
     * @throws IOException if it cannot be read; the calendar stays as it was
     */
    public boolean refresh() throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        if (text.equals(loaded.text())) {
            return false;
        }
        WorkingDays days =
                text.isBlank() ? WorkingDays.china() : WorkingDays.china().amendedBy(new StringReader(text));
        loaded = new Loaded(text, days);
        return true;
    }
}
