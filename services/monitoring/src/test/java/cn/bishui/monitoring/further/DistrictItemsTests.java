package cn.bishui.monitoring.further;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.FurtherItem;
import cn.bishui.standards.FurtherItems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictItemsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String HEAD = "waters,code,zh,en,also,unit,cas,group,valid_from,source,status,doubt\n";

    @TempDir
    Path directory;

    @Test
    void whatADistrictMeasuresStandsBesideWhatIsKnown() throws IOException {
        Path own = Files.writeString(
                directory.resolve("own.csv"),
                HEAD + "surface-water,,三氯生,Triclosan,TCS,ng/L,3380-34-5,endocrine,2026-07-01,区监测方案,ours,\n");
        assertThat(items(own).of("surface-water", DAY))
                .extracting(FurtherItem::cas)
                .contains("80-05-7", "3380-34-5");
        assertThat(items(own).of("surface-water", LocalDate.of(2026, 6, 30)))
                .extracting(FurtherItem::cas)
                .doesNotContain("3380-34-5");
        assertThat(items(null)).isSameAs(FurtherItems.standard());
    }

    @Test
    void aFileThatCannotBeUsedKeepsTheServiceFromStartingAndIsNamed() throws IOException {
        Path wrong = Files.writeString(
                directory.resolve("wrong.csv"),
                HEAD + "surface-water,,三氯生,Triclosan,TCS,ng/L,3380-34-6,endocrine,2026-07-01,区监测方案,ours,\n");
        assertThatThrownBy(() -> items(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bishui.further-items.file")
                .hasMessageContaining("wrong.csv")
                .hasMessageContaining("三氯生: no CAS number: 3380-34-6");
        assertThatThrownBy(() -> items(directory.resolve("none.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("bishui.further-items.file cannot be read");
    }

    private static FurtherItems items(@Nullable Path file) {
        return new DistrictItems().furtherItems(new FurtherSettings(file));
    }
}
