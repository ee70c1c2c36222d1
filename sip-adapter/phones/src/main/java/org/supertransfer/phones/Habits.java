package org.supertransfer.phones;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** How a phone behaves, set by a test's thread and read on the lane. */
final class Habits {
    volatile Function<String, Behaviour> behaviour = dialled -> Behaviour.rings();
    volatile Codecs codecs = Codecs.G711;
    volatile @Nullable MediaEndpoint media;
    volatile @Nullable Credentials credentials;
    volatile @Nullable Guard guard;
    volatile Duration reinvitePause = Duration.ZERO;
    volatile boolean answersWhenCancelled;
    volatile boolean reliable;
    private final Queue<Integer> reinviteStatuses = new ConcurrentLinkedQueue<>();

    void nextReinvites(int... statuses) {
        for (int status : statuses) {
            reinviteStatuses.add(status);
        }
    }

    int nextReinviteStatus() {
        Integer scripted = reinviteStatuses.poll();
        return scripted == null ? Response.OK : scripted;
    }

    Media newMedia() {
        MediaEndpoint elsewhere = media;
        return elsewhere == null ? new Media(codecs) : new Media(codecs, elsewhere);
    }
}
