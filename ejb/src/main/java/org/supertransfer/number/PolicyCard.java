package org.supertransfer.number;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.supertransfer.agent.Role;
import org.supertransfer.audit.Kept;

/** Where a role may transfer to, as admins keep it. */
public record PolicyCard(Role role, List<NumberClass> classes, long version) implements Kept {
    public PolicyCard {
        classes = classes.stream().distinct().sorted().toList();
    }

    @Override
    public String subject() {
        return "policy";
    }

    @Override
    public String id() {
        return role.text();
    }

    @Override
    public JsonObject json() {
        JsonArrayBuilder names = Json.createArrayBuilder();
        classes.forEach(each -> names.add(each.name()));
        return Json.createObjectBuilder()
                .add("role", id())
                .add("classes", names)
                .add("version", version)
                .build();
    }
}
