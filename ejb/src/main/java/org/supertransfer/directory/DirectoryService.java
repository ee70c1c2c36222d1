package org.supertransfer.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directory's front door. */
@Stateless
@PermitAll
public class DirectoryService {
    /**
     * The targets of one type, by name; never the asking agent itself.
     *
     * @param type AGENT, USER or INBOUND
     * @param query a part of the name or the number, null or empty for all
     */
    public List<TargetView> targets(String username, TargetType type, @Nullable String query) {
        throw new UnsupportedOperationException();
    }
}
