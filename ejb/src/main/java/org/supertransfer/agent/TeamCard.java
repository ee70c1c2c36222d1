package org.supertransfer.agent;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.supertransfer.audit.Kept;

/**
 * A team as admins keep it.
 *
 * @param members usernames; an agent is in one team at most
 */
public record TeamCard(String name, List<String> members, long version) implements Kept {
    public TeamCard {
        members = List.copyOf(members);
    }

    public TeamCard withMembers(List<String> others) {
        return new TeamCard(name, others, version);
    }

    @Override
    public String subject() {
        return "team";
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("members", Json.createArrayBuilder(members))
                .add("version", version)
                .build();
    }
}
