package org.supertransfer.agent;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.audit.Kept;

/**
 * An agent as admins keep it.
 *
 * @param contact the phone's fixed SIP address, null when it registers
 * @param roles lower case
 * @param team null when in none
 * @param hasSipPassword whether a phone can register; ignored in what is sent to be kept
 * @param version what was read, when it is to be changed
 */
public record AgentCard(
        String username,
        String name,
        String extension,
        @Nullable String contact,
        List<String> roles,
        String language,
        @Nullable String team,
        boolean hasSipPassword,
        long version)
        implements Kept {
    public AgentCard {
        roles = List.copyOf(roles);
    }

    public AgentCard withSipPassword(boolean has) {
        return new AgentCard(username, name, extension, contact, roles, language, team, has, version);
    }

    /** @param other null for none */
    public AgentCard withTeam(@Nullable String other) {
        return new AgentCard(username, name, extension, contact, roles, language, other, hasSipPassword, version);
    }

    @Override
    public String subject() {
        return "agent";
    }

    @Override
    public String id() {
        return username;
    }

    @Override
    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("name", name)
                .add("extension", extension)
                .add("contact", AgentCards.orNull(contact))
                .add("roles", Json.createArrayBuilder(roles))
                .add("language", language)
                .add("team", AgentCards.orNull(team))
                .add("hasSipPassword", hasSipPassword)
                .add("version", version)
                .build();
    }
}
