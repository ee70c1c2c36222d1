package org.supertransfer.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.inbound.InboundRows;

/** Brings a directory file into the database: all of it or, when anything in it is wrong, nothing. */
@Stateless
@PermitAll
public class DirectoryImport {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryImport.class);

    @Inject
    private AgentRows agents;

    @Inject
    private UserRows users;

    @Inject
    private InboundRows inboundNumbers;

    /**
     * Inserts or updates by username and number; importing the same file again changes nothing.
     *
     * @param rehearsal whether passwords are hashed cheaply
     * @throws BadDirectory when the file cannot be used
     */
    public void run(Path file, boolean rehearsal) {
        DirectoryEntries entries = DirectoryFile.read(file, agents.usernames());
        List<AgentCard> there = agents.cards();
        checkExtensions(file, entries, there);
        agents.release(entries.moving(there));
        entries.agents().forEach(agent -> put(agent, rehearsal));
        entries.users().forEach(users::put);
        entries.inboundNumbers().forEach(inboundNumbers::put);
        LOG.info(
                "imported {} agents, {} users and {} inbound numbers from {}",
                entries.agents().size(),
                entries.users().size(),
                entries.inboundNumbers().size(),
                file);
    }

    /** Admins may have given an extension of the file to somebody whom the file does not name. */
    private static void checkExtensions(Path file, DirectoryEntries entries, List<AgentCard> there) {
        Map<String, String> holders =
                there.stream().collect(Collectors.toMap(AgentCard::extension, AgentCard::username));
        entries.agents()
                .forEach(agent -> holders.values().remove(agent.profile().username()));
        for (int i = 0; i < entries.agents().size(); i++) {
            String extension = entries.agents().get(i).profile().extension();
            String holder = holders.get(extension);
            if (holder != null) {
                throw new BadDirectory(
                                "agents[" + i + "].extension",
                                extension + " is the extension of " + holder + ", whom the file does not name")
                        .in(file);
            }
        }
    }

    private void put(DirectoryEntries.NewAgent agent, boolean rehearsal) {
        AgentProfile profile = agent.keepsSipPassword()
                ? agent.profile()
                        .withSipPassword(
                                agents.sipPassword(agent.profile().username()).orElse(null))
                : agent.profile();
        agents.put(profile, agent.password(), rehearsal);
    }

    /**
     * Reads a file's text, without importing it.
     *
     * @throws BadDirectory when it cannot be used
     */
    public DirectoryEntries read(String text) {
        return DirectoryFile.read(new StringReader(text), agents.usernames());
    }
}
