package org.supertransfer.web.live;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.supertransfer.report.BoardChange;
import org.supertransfer.report.BoardView;
import org.supertransfer.report.SupervisorService;

/**
 * The board for the pages of supervisors: at most twice a second, when it shows something else, and only while such a page
 * is open. Nothing that happens to calls knows of it: it looks.
 */
@ApplicationScoped
public class BoardNews {
    private static final System.Logger LOG = System.getLogger(BoardNews.class.getName());
    private static final int PACE_MILLIS = 500;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    LiveSockets sockets;

    @Inject
    SupervisorService supervisors;

    private @Nullable ScheduledFuture<?> looks;
    /** What every page has that was open then; a page that came later has read one that is as new or newer. */
    private @Nullable BoardView told;

    void start(@Observes @Initialized(ApplicationScoped.class) Object deployed) {
        looks = scheduler.scheduleWithFixedDelay(this::look, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (looks != null) {
            looks.cancel(false);
        }
    }

    /** The edge: a look that fails must not be the last. */
    private void look() {
        try {
            tell();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "supervisors were not told", e);
        }
    }

    void tell() {
        if (!sockets.haveSupervisors()) {
            told = null;
            return;
        }
        BoardView before = told;
        BoardView now = supervisors.board();
        told = now;
        if (before == null || now.version() != before.version()) {
            BoardChange change = before == null ? BoardChange.whole(now) : BoardChange.between(before, now);
            sockets.toSupervisors(() -> Frames.board(change));
        }
    }
}
