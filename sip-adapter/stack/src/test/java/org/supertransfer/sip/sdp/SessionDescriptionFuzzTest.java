package org.supertransfer.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A description from outside is refused or understood, and what we make of it is understood again. An input is an offer
 * and, behind a line of {@code ---}, an answer.
 */
class SessionDescriptionFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void offerAndAnswer_surviveEachOther(byte[] bytes) {
        String[] both = new String(bytes, StandardCharsets.UTF_8).split("---", 2);
        Optional<SessionDescription> offer = SessionDescription.parse(both[0]);
        Optional<SessionDescription> answer = SessionDescription.parse(both[both.length - 1].stripLeading());
        offer.ifPresent(SessionDescriptionFuzzTest::readsAgain);
        if (offer.isPresent() && answer.isPresent()) {
            readsAgain(new OfferAnswer(offer.get(), answer.get()).carried());
            readsAgain(new OfferAnswer(offer.get(), null).answer(answer.get()));
            readsAgain(new Origin(1, "127.0.0.1").silentAnswer(offer.get()));
            readsAgain(answer.get().narrowedTo(offer.get()));
        }
    }

    private static void readsAgain(SessionDescription description) {
        assertThat(SessionDescription.parse(description.text())).contains(description);
        assertThat(description.withDirection(Direction.INACTIVE).holds()).isEqualTo(!description.dead());
    }
}
