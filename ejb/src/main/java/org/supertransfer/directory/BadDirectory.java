package org.supertransfer.directory;

import jakarta.ejb.ApplicationException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.supertransfer.problem.FieldError;

/** A directory file that cannot be used; the message names the place in it and what is wanted there. */
@ApplicationException(rollback = true)
public class BadDirectory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String wanted;

    /** @param place in the file, for example {@code agents[3].extension}; empty for the file itself */
    BadDirectory(String place, String wanted) {
        super(place.isEmpty() ? wanted : place + ": " + wanted);
        this.place = place;
        this.wanted = wanted;
    }

    /** @param errors all that is wrong in this file, each with its place */
    public static BadDirectory of(Path file, List<FieldError> errors) {
        String all = errors.stream()
                .map(error -> "at " + error.field() + ": " + error.detail())
                .collect(Collectors.joining("; "));
        return new BadDirectory("", "directory file " + file + ", " + all);
    }

    /** The same, of this file. */
    BadDirectory in(Path file) {
        return new BadDirectory("directory file " + file + (place.isEmpty() ? "" : ", at " + place), wanted);
    }

    public String place() {
        return place;
    }

    public String wanted() {
        return wanted;
    }
}
