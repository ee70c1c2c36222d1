package org.supertransfer.phones;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The messages that one phone, or one call of it, received and sent, in order. Any thread may read and wait. */
public final class WireLog {
    private final List<WireMessage> messages = new CopyOnWriteArrayList<>();

    void add(WireMessage message) {
        messages.add(message);
    }

    void clear() {
        messages.clear();
    }

    /** A snapshot, oldest first. */
    public List<WireMessage> all() {
        return List.copyOf(messages);
    }

    /** The first message that matches. */
    public Optional<WireMessage> first(Predicate<WireMessage> wanted) {
        return messages.stream().filter(wanted).findFirst();
    }

    /** The last message that matches. */
    public Optional<WireMessage> last(Predicate<WireMessage> wanted) {
        return messages.stream().filter(wanted).reduce((older, newer) -> newer);
    }

    /** How many messages match. */
    public long count(Predicate<WireMessage> wanted) {
        return messages.stream().filter(wanted).count();
    }

    /** How many requests of this method came in, retransmissions that the stack absorbed not counted. */
    public long received(String method) {
        return count(message -> message.received() && message.is(method));
    }

    /**
     * Waits for a message, past ones included.
     *
     * @throws NotSeenError when none comes in time
     */
    public WireMessage await(Predicate<WireMessage> wanted, Duration limit) {
        Changes.await("the message", () -> first(wanted).isPresent(), limit, this::toString);
        return first(wanted).orElseThrow();
    }

    /** Waits for a request of this method to come in. */
    public WireMessage await(String method, Duration limit) {
        Predicate<WireMessage> wanted = message -> message.received() && message.is(method);
        Changes.await(method, () -> first(wanted).isPresent(), limit, this::toString);
        return first(wanted).orElseThrow();
    }

    @Override
    public String toString() {
        return messages.stream().map(WireMessage::toString).collect(Collectors.joining(" | "));
    }
}
