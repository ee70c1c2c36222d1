package org.supertransfer.directory;

import jakarta.ejb.ApplicationException;

/** A directory file that cannot be used; the message names the file, the place in it and what is wanted there. */
@ApplicationException(rollback = true)
public class BadDirectory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadDirectory(String message) {
        super(message);
    }
}
