package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.audit.Keeping;
import org.supertransfer.directory.BadDirectory;
import org.supertransfer.directory.DirectoryEntries;
import org.supertransfer.directory.DirectoryReader;
import org.supertransfer.problem.Refused;

/** The directory file that is imported at every start, before anything is known of the house but its rows. */
@ApplicationScoped
public class DirectoryAtStart {
    /** Who did it, where the audit says so. */
    private static final String ACTOR = "directory-file";

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryAtStart.class);

    @Inject
    private DirectoryReader files;

    @Inject
    private DirectoryChecks checks;

    @Inject
    private DirectoryMerge merge;

    @Inject
    private Keeping keeping;

    /**
     * Makes and changes what the file names: all of it or, when anything in it is wrong, nothing. The same file again
     * changes nothing.
     *
     * @throws BadDirectory when the file cannot be used
     */
    public void run(Path file) {
        DirectoryEntries entries = files.read(file);
        try {
            checks.check(entries);
        } catch (Refused e) {
            throw BadDirectory.of(file, e.errors());
        }
        DirectoryMerge.Changes changes = merge.changesAtStart(ACTOR, entries);
        keeping.write(changes.rows());
        LOG.info(
                "imported {} agents, {} users and {} inbound numbers from {}: {} new, {} changed",
                entries.agents().size(),
                entries.users().size(),
                entries.inboundNumbers().size(),
                file,
                changes.created(),
                changes.changed());
    }
}
