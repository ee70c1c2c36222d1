package org.supertransfer.directory;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.supertransfer.audit.Kept;

/** A user as admins keep it. */
public record UserCard(String number, String name, String contact, long version) implements Kept {
    @Override
    public String subject() {
        return "user";
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
                .add("contact", contact)
                .add("version", version)
                .build();
    }
}
