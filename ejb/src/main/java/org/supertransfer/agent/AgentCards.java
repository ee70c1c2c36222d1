package org.supertransfer.agent;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as cards. */
final class AgentCards {
    private AgentCards() {}

    static AgentCard of(AgentRecord row) {
        return new AgentCard(
                row.username,
                row.name,
                row.extension,
                row.contact,
                Roles.names(Roles.parse(row.roles)),
                row.language,
                row.team,
                row.sipPassword != null,
                row.version);
    }

    static TeamCard of(TeamRecord row, List<AgentRecord> agents) {
        List<String> members = agents.stream()
                .filter(agent -> row.name.equals(agent.team))
                .map(agent -> agent.username)
                .toList();
        return new TeamCard(row.name, members, row.version);
    }

    static JsonValue orNull(@Nullable String text) {
        return text == null ? JsonValue.NULL : Json.createValue(text);
    }
}
