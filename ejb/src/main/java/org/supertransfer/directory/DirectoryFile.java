package org.supertransfer.directory;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.Role;
import org.supertransfer.agent.Roles;
import org.supertransfer.directory.DirectoryEntries.NewAgent;
import org.supertransfer.inbound.InboundNumber;

/** Reads a directory file; every complaint names the file and the place. */
final class DirectoryFile {
    /** The usernames that are there already. */
    private final Set<String> known;

    private DirectoryFile(Set<String> known) {
        this.known = known;
    }

    /**
     * @param known the usernames that are there already: they need no password in the file
     * @throws BadDirectory when anything in it cannot be used
     */
    static DirectoryEntries read(Path file, Set<String> known) {
        try (Reader text = Files.newBufferedReader(file)) {
            return read(text, known);
        } catch (IOException e) {
            throw new BadDirectory("", String.valueOf(e.getMessage())).in(file);
        } catch (BadDirectory e) {
            throw e.in(file);
        }
    }

    /** As {@link #read(Path, Set)}, by its text. */
    static DirectoryEntries read(Reader text, Set<String> known) {
        try (JsonReader json = Json.createReader(text)) {
            return new DirectoryFile(known).entries(new JsonPlace(json.readObject(), ""));
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            throw new BadDirectory("", String.valueOf(e.getMessage()));
        }
    }

    private DirectoryEntries entries(JsonPlace root) {
        List<JsonPlace> agentPlaces = root.objects("agents");
        List<JsonPlace> userPlaces = root.objects("users");
        List<JsonPlace> numberPlaces = root.objects("inboundNumbers");
        Set<String> usernames = once(agentPlaces, "username");
        once(agentPlaces, "extension");
        once(userPlaces, "number");
        once(numberPlaces, "number");
        usernames.addAll(known);
        return new DirectoryEntries(
                agentPlaces.stream().map(this::agent).toList(),
                userPlaces.stream().map(DirectoryFile::user).toList(),
                numberPlaces.stream().map(place -> inbound(place, usernames)).toList());
    }

    /** All values of a name that may be there only once. */
    private static Set<String> once(List<JsonPlace> places, String name) {
        Set<String> values = new HashSet<>();
        for (JsonPlace place : places) {
            if (!values.add(place.text(name))) {
                throw place.bad(name, place.text(name) + " is there already");
            }
        }
        return values;
    }

    private NewAgent agent(JsonPlace place) {
        String language = place.textOrNull("language");
        AgentProfile profile = new AgentProfile(
                like(place, "username", Spelling.USERNAME, Spelling.USERNAME_WANTED),
                place.text("name"),
                number(place, "extension"),
                place.textOrNull("sipPassword"),
                contact(place),
                language == null ? "fi" : language,
                roles(place),
                place.textOrNull("team"));
        boolean stays = known.contains(profile.username()) && place.textOrNull("password") == null;
        return new NewAgent(profile, stays ? null : place.text("password"), !place.has("sipPassword"));
    }

    private static Set<Role> roles(JsonPlace place) {
        try {
            return Roles.parse(place.texts("roles"));
        } catch (IllegalArgumentException e) {
            throw place.bad("roles", "agent, supervisor and admin are the roles there are");
        }
    }

    private static User user(JsonPlace place) {
        String contact = contact(place);
        if (contact == null) {
            throw place.bad("contact", "a user needs a fixed address such as sip:1301@10.0.0.7:5060");
        }
        return new User(number(place, "number"), place.text("name"), contact);
    }

    private static InboundNumber inbound(JsonPlace place, Set<String> known) {
        List<String> agents = place.texts("agents");
        for (String username : agents) {
            if (!known.contains(username)) {
                throw place.bad("agents", "there is no agent " + username + " in this file");
            }
        }
        return new InboundNumber(number(place, "number"), place.text("name"), Set.copyOf(agents));
    }

    private static String number(JsonPlace place, String name) {
        return like(place, name, Spelling.NUMBER, Spelling.NUMBER_WANTED);
    }

    private static @Nullable String contact(JsonPlace place) {
        String contact = place.textOrNull("contact");
        if (contact != null && !Spelling.CONTACT.matcher(contact).matches()) {
            throw place.bad("contact", Spelling.CONTACT_WANTED + ", or null");
        }
        return contact;
    }

    private static String like(JsonPlace place, String name, Pattern pattern, String wanted) {
        String text = place.text(name);
        if (!pattern.matcher(text).matches()) {
            throw place.bad(name, wanted);
        }
        return text;
    }
}
