package org.supertransfer.inbound;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.supertransfer.audit.Kept;

/**
 * An inbound number as admins keep it.
 *
 * @param agents usernames
 */
public record InboundCard(String number, String name, List<String> agents, long version) implements Kept {
    public InboundCard {
        agents = List.copyOf(agents);
    }

    /** The same number, answered by the others. */
    public InboundCard without(String username) {
        return new InboundCard(
                number,
                name,
                agents.stream().filter(each -> !each.equals(username)).toList(),
                version);
    }

    @Override
    public String subject() {
        return "inbound-number";
    }

    @Override
    public String id() {
        return number;
    }

    @Override
    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("number", number)
                .add("name", name)
                .add("agents", Json.createArrayBuilder(agents))
                .add("version", version)
                .build();
    }
}
