package cn.bishui.monitoring.further;

import cn.bishui.standards.FurtherItems;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the items that are measured beside those of the standards. */
@Configuration(proxyBeanMethods = false)
class DistrictItems {

    @Bean
    FurtherItems furtherItems(FurtherSettings settings) {
        return of(settings.file());
    }

    private static FurtherItems of(@Nullable Path file) {
        if (file == null) {
            return FurtherItems.standard();
        }
        try (Reader own = Files.newBufferedReader(file)) {
            return FurtherItems.standard().with(own);
        } catch (IOException e) {
            throw new UncheckedIOException("bishui.further-items.file cannot be read: " + file, e);
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("bishui.further-items.file " + file + ": " + bad.getMessage(), bad);
        }
    }
}
