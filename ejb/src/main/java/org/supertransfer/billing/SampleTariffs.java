package org.supertransfer.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.supertransfer.store.Steps;

/** Prices for somebody who tries: made up, and named so. */
@ApplicationScoped
public class SampleTariffs {
    @Inject
    private TariffRows rows;

    @Inject
    private Steps steps;

    /** Only where there is no tariff at all. */
    public void seed() {
        if (rows.cards().isEmpty()) {
            steps.write(TariffFile.read(file()).values().stream()
                    .map(TariffRows::insert)
                    .toList());
        }
    }

    private static String file() {
        try (InputStream file = Objects.requireNonNull(SampleTariffs.class.getResourceAsStream("sample-tariffs.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
