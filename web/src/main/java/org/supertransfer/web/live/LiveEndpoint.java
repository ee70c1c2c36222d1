package org.supertransfer.web.live;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;

/** The socket of the agent's page. The gate has looked at the handshake; when its session ends, the container closes it. */
@ApplicationScoped
@ServerEndpoint("/live")
public class LiveEndpoint {
    private static final System.Logger LOG = System.getLogger(LiveEndpoint.class.getName());
    private static final int LONGEST_MESSAGE = 1024;

    @Inject
    LiveSockets sockets;

    @OnOpen
    public void open(Session session) throws IOException {
        Principal principal = session.getUserPrincipal();
        if (principal == null) {
            session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "not logged in"));
            return;
        }
        sockets.open(session, principal.getName());
    }

    @OnMessage
    public void pong(Session session, PongMessage pong) {
        sockets.heard(session);
    }

    /** Commands go by REST. */
    @OnMessage(maxMessageSize = LONGEST_MESSAGE)
    public void text(Session session, String ignored) throws IOException {
        session.close(new CloseReason(CloseCodes.CANNOT_ACCEPT, "this socket only sends"));
    }

    @OnClose
    public void gone(Session session) {
        sockets.gone(session);
    }

    /** A page that vanished is no error of ours. */
    @OnError
    public void failed(Session session, Throwable error) {
        LOG.log(DEBUG, "a socket failed", error);
        sockets.gone(session);
    }
}
