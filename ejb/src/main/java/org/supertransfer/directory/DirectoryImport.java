package org.supertransfer.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
        DirectoryEntries entries = DirectoryFile.read(file);
        entries.agents().forEach(agent -> agents.put(agent.profile(), agent.password(), rehearsal));
        entries.users().forEach(users::put);
        entries.inboundNumbers().forEach(inboundNumbers::put);
        LOG.info(
                "imported {} agents, {} users and {} inbound numbers from {}",
                entries.agents().size(),
                entries.users().size(),
                entries.inboundNumbers().size(),
                file);
    }
}
