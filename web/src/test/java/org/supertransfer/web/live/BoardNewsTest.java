package org.supertransfer.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.AgentView;
import org.supertransfer.agent.Availability;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.report.BoardView;
import org.supertransfer.report.BoardView.AgentLine;
import org.supertransfer.report.SupervisorService;
import org.supertransfer.web.live.Frames.Truth;

/** The board goes to supervisors, when it changes. */
class BoardNewsTest {
    private final FakePage anna = new FakePage("1");
    private final FakePage sanna = new FakePage("2");
    private final LiveSockets sockets = new LiveSockets();
    private final BoardNews news = new BoardNews();
    private BoardView board = board(1, line("anna", Availability.AWAY), line("bertta", Availability.AWAY));
    private final Set<String> supervisors = new HashSet<>(Set.of("sanna"));
    private @Nullable String deleted;
    private int looks;

    @BeforeEach
    void openAnnasPage() {
        sockets.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, called, given) -> {
                    ((Runnable) given[0]).run();
                    return null;
                });
        sockets.snapshot = new LiveSnapshot() {
            @Override
            Truth of(String username) {
                return truth(agents.me(username));
            }
        };
        sockets.snapshot.agents = new AgentService() {
            @Override
            public AgentView me(String username) {
                if (username.equals(deleted)) {
                    throw new Refused(Refusal.NOT_FOUND, "There is no such agent.");
                }
                return view(username, supervisors.contains(username) ? "supervisor" : "agent");
            }
        };
        news.sockets = sockets;
        news.supervisors = new SupervisorService() {
            @Override
            public BoardView board() {
                looks++;
                return board;
            }
        };
        sockets.open(anna.session(), "anna");
    }

    @Test
    void nobodyWatches_nobodyLooks() {
        news.tell();
        assertThat(looks).isZero();
        assertThat(anna.got).hasSize(1);
    }

    @Test
    void firstFrameIsWhole_theNextTellsWhoChanged_andNothingIsSaidTwice() {
        sockets.open(sanna.session(), "sanna");
        news.tell();
        assertThat(last(sanna).getInt("from")).isZero();
        assertThat(last(sanna).getJsonArray("agents")).hasSize(2);
        news.tell();
        assertThat(sanna.got).hasSize(2);

        board = board(2, line("anna", Availability.BUSY));
        news.tell();
        assertThat(last(sanna).getInt("from")).isEqualTo(1);
        assertThat(last(sanna).getJsonArray("agents").getJsonObject(0).getString("username"))
                .isEqualTo("anna");
        assertThat(last(sanna).getJsonArray("gone").getString(0)).isEqualTo("bertta");
        assertThat(anna.got).hasSize(1);
    }

    @Test
    void afterAPause_theFrameIsWholeAgain() {
        sockets.open(sanna.session(), "sanna");
        news.tell();
        sockets.gone(sanna.session());
        news.tell();
        board = board(7, line("anna", Availability.BUSY));
        FakePage back = new FakePage("3");
        sockets.open(back.session(), "sanna");
        news.tell();
        assertThat(last(back).getInt("from")).isZero();
        assertThat(last(back).getInt("version")).isEqualTo(7);
    }

    /** A provider's next log-in may bring other roles, while an older page is open. */
    @Test
    void whoSupervisesNoMore_isToldNoMore_untilTheRoleIsBack() {
        sockets.open(sanna.session(), "sanna");
        news.tell();
        supervisors.clear();
        board = board(2, line("anna", Availability.BUSY));
        news.tell();
        assertThat(sanna.got).hasSize(2);
        assertThat(looks).isEqualTo(1);

        supervisors.add("sanna");
        news.tell();
        assertThat(last(sanna).getInt("from")).isZero();
        assertThat(last(sanna).getInt("version")).isEqualTo(2);
    }

    @Test
    void whoIsDeleted_keepsNobodyFromBeingTold() {
        supervisors.add("saara");
        FakePage saara = new FakePage("4");
        sockets.open(sanna.session(), "sanna");
        sockets.open(saara.session(), "saara");
        deleted = "sanna";
        news.tell();
        assertThat(sanna.got).hasSize(1);
        assertThat(saara.got).hasSize(2);
    }

    private static BoardView board(long version, AgentLine... agents) {
        return new BoardView(
                version, List.of(), List.of(), List.of(agents), new BoardView.Today(Instant.EPOCH, Map.of()));
    }

    private static AgentLine line(String username, Availability availability) {
        return new AgentLine(username, username, "1201", null, availability, Instant.EPOCH, null);
    }

    private static AgentView view(String username, String role) {
        return new AgentView(username, username, "1201", Availability.AWAY, Availability.AWAY, "fi", List.of(role), 1);
    }

    private static Truth truth(AgentView me) {
        return new Truth(me, List.of(), List.of(), List.of(), List.of());
    }

    private static JsonObject last(FakePage page) {
        String frame = page.got.get(page.got.size() - 1);
        return JsonProvider.provider().createReader(new StringReader(frame)).readObject();
    }
}
