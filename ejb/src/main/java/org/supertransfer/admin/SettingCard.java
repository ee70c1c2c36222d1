package org.supertransfer.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.supertransfer.audit.Kept;
import org.supertransfer.settings.LiveSettings;
import org.supertransfer.settings.Tunable;

/**
 * A setting as admins see it.
 *
 * @param value as text
 * @param most of a number of seconds, as the other settings are now
 * @param version 0 while no admin has chosen it
 */
public record SettingCard(Tunable setting, String value, LiveSettings.Source source, int most, long version)
        implements Kept {
    @Override
    public String subject() {
        return "setting";
    }

    @Override
    public String id() {
        return setting.key();
    }

    @Override
    public JsonObject json() {
        boolean seconds = setting.isSeconds();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", id())
                .add("value", seconds ? Json.createValue(Integer.parseInt(value)) : Json.createValue(value))
                .add("source", source.name())
                .add("least", seconds ? Json.createValue(setting.least()) : JsonValue.NULL)
                .add("most", seconds ? Json.createValue(most) : JsonValue.NULL)
                .add("unit", seconds ? Json.createValue("SECONDS") : JsonValue.NULL)
                .add("version", version);
        return setting.choices().isEmpty()
                ? json.add("choices", JsonValue.NULL).build()
                : json.add("choices", Json.createArrayBuilder(setting.choices()))
                        .build();
    }
}
