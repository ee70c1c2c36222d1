package org.supertransfer.web.session;

import jakarta.json.JsonObject;
import org.supertransfer.agent.AgentView;
import org.supertransfer.web.json.Shape;

/** The agent as shown to itself. */
public final class MeJson {
    private MeJson() {}

    public static JsonObject of(AgentView me) {
        return new Shape()
                .put("username", me.username())
                .put("name", me.name())
                .put("extension", me.extension())
                .put("state", me.state())
                .put("wanted", me.wanted())
                .put("language", me.language())
                .put("roles", Shape.texts(me.roles()))
                .put("version", me.version())
                .json();
    }
}
