package org.supertransfer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.agent.Availability;
import org.supertransfer.directory.TargetType;
import org.supertransfer.number.NumberClass;
import org.supertransfer.problem.Refusal;
import org.supertransfer.transfer.MessageCode;
import org.supertransfer.transfer.TransferState;

/** Every word of the page in every language, and a word for every code that the server knows. */
class TranslationsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern USED_KEY = Pattern.compile("'([a-z]+(?:\\.[A-Za-z_-]+)+)'");

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void language_hasTheKeysAndPlaceholdersOfFinnish(String language) throws IOException {
        assertThat(placeholders(language)).isEqualTo(placeholders("fi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void text_isNeverEmpty(String language) throws IOException {
        assertThat(words(language)).allSatisfy((key, text) -> assertThat(text).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "TARGET_NO_ANSWER, Kohde ei vastannut",
        "TRANSFER_FAILED, Transfer epäonnistui",
        "RECONNECTING, Uudelleen yhdistetään puhelu",
        "TRANSFEREE_HUNG_UP, Transferattu katkaisi puhelun",
        "TRANSFER_STARTED, Transfer",
        "TARGET_RINGING, Kohde hälyttää",
        "TARGET_ANSWERED, Kohde vastasi",
        "TRANSFER_SUCCEEDED, Transfer onnistui",
        "RETURNED, Puhelu palautui sinulle",
        "CANCELLED, Siirto peruttu",
        "FELL_BACK, Puhelu palautettiin jonoon"
    })
    void finnishMessage_isTheGuidesText(String code, String text) throws IOException {
        assertThat(words("fi")).containsEntry("message." + code, text);
    }

    @Test
    void everyCodeOfTheServer_hasWords() throws IOException {
        Stream<String> codes = Stream.of(
                        names(MessageCode.values(), "message."),
                        names(TransferState.values(), "progress.state."),
                        Arrays.stream(TransferState.values())
                                .filter(TransferState::isEnding)
                                .map(ending -> "outcome." + ending),
                        names(Availability.values(), "availability."),
                        names(Availability.values(), "state."),
                        names(TargetType.values(), "type."),
                        names(NumberClass.values(), "number.class."),
                        Arrays.stream(Refusal.values()).map(refusal -> "problem." + refusal.code()))
                .flatMap(each -> each);
        assertThat(words("fi").keySet()).containsAll(codes.toList());
    }

    @Test
    void everyKeyInThePage_hasWords() throws IOException {
        assertThat(keysInThePage()).isNotEmpty();
        assertThat(words("fi").keySet()).containsAll(keysInThePage());
    }

    private static Set<String> keysInThePage() throws IOException {
        try (Stream<Path> files = Files.walk(PageFiles.WEBAPP.resolve("js"))) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .flatMap(file -> PageFiles.groups(USED_KEY, PageFiles.text(file)))
                    .filter(key -> !key.endsWith(".js"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> names(Enum<?>[] values, String prefix) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static Map<String, Set<String>> placeholders(String language) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        words(language)
                .forEach((key, text) -> found.put(
                        key,
                        PLACEHOLDER
                                .matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return found;
    }

    private static Map<String, String> words(String language) throws IOException {
        Path file = PageFiles.WEBAPP.resolve("i18n").resolve(language + ".json");
        return new ObjectMapper().readValue(file.toFile(), new TypeReference<Map<String, String>>() {});
    }
}
