package org.supertransfer.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.nio.file.Path;
import org.supertransfer.agent.AgentRows;

/** Reads directory files: those that admins send and the one of the start. */
@ApplicationScoped
public class DirectoryReader {
    @Inject
    private AgentRows agents;

    /** @throws BadDirectory when it cannot be used; it names the file */
    public DirectoryEntries read(Path file) {
        return DirectoryFile.read(file, agents.usernames());
    }

    /** @throws BadDirectory when it cannot be used */
    public DirectoryEntries read(String text) {
        return DirectoryFile.read(new StringReader(text), agents.usernames());
    }
}
