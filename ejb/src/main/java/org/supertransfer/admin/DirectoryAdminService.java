package org.supertransfer.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.LogInEnded;
import org.supertransfer.agent.PhoneAccounts;
import org.supertransfer.audit.Keeping;
import org.supertransfer.audit.Kept;
import org.supertransfer.call.Dispatcher;
import org.supertransfer.directory.BadDirectory;
import org.supertransfer.directory.Directory;
import org.supertransfer.directory.DirectoryEntries;
import org.supertransfer.directory.DirectoryReader;
import org.supertransfer.directory.UserRows;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.inbound.InboundRows;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refused;

/** The directory file, out and in. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DirectoryAdminService {
    private static final List<String> NOT_EXPORTED = List.of("version", "hasSipPassword");

    @Inject
    private AgentRows agentRows;

    @Inject
    private UserRows userRows;

    @Inject
    private InboundRows inboundRows;

    @Inject
    private DirectoryReader files;

    @Inject
    private DirectoryChecks checks;

    @Inject
    private DirectoryMerge merge;

    @Inject
    private Keeping keeping;

    @Inject
    private Agents agents;

    @Inject
    private PhoneAccounts accounts;

    @Inject
    private Directory directory;

    @Inject
    private InboundNumbers inboundNumbers;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private Event<LogInEnded> ended;

    /** How many things an import has made and changed. */
    public record Imported(int created, int changed) {}

    /** As a directory file, without passwords: imported again it changes nothing. */
    public JsonObject export() {
        return Json.createObjectBuilder()
                .add("agents", list(agentRows.cards()))
                .add("users", list(userRows.cards()))
                .add("inboundNumbers", list(inboundRows.cards()))
                .build();
    }

    private static JsonArrayBuilder list(List<? extends Kept> things) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        things.forEach(thing -> {
            JsonObjectBuilder json = Json.createObjectBuilder(thing.json());
            NOT_EXPORTED.forEach(json::remove);
            list.add(json);
        });
        return list;
    }

    /**
     * Makes and changes what a directory file names, and deletes nothing.
     *
     * @param text of the file
     * @throws Refused INVALID, with places in the file; then nothing is imported
     */
    public Imported replace(String by, String text) {
        return keeping.alone(() -> {
            DirectoryEntries entries = read(text);
            checks.check(entries, by);
            DirectoryMerge.Changes changes = merge.changes(by, entries);
            keeping.write(changes.rows());
            known(entries);
            changes.loggedOut().forEach(username -> ended.fire(new LogInEnded(username)));
            return new Imported(changes.created(), changes.changed());
        });
    }

    private DirectoryEntries read(String text) {
        try {
            return files.read(text);
        } catch (BadDirectory e) {
            throw Refused.invalid(
                    List.of(new FieldError(e.place(), e.place().isEmpty() ? "not-json" : "format", e.wanted())));
        }
    }

    private void known(DirectoryEntries entries) {
        agents.refresh(entries.agents().stream()
                .map(agent -> agent.profile().username())
                .toList());
        accounts.publish();
        inboundNumbers.load();
        directory.load();
        dispatcher.wake();
    }
}
