package org.supertransfer.agent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Keeps what each person chose in the page: theme, time zone, sounds, shortcuts. Nothing here means anything to a call. */
@Stateless
@PermitAll
public class PreferencesService {
    private static final String NONE = "{}";

    @PersistenceContext
    EntityManager rows;

    /** A JSON object; an empty one while nothing was chosen. */
    public String of(String username) {
        PreferencesRecord row = rows.find(PreferencesRecord.class, username);
        return row == null ? NONE : row.document;
    }

    /**
     * Replaces the whole document.
     *
     * @param document a JSON object
     * @throws Refused NOT_FOUND when nobody has this username, MALFORMED when it is longer than 16,384 characters
     */
    public void keep(String username, String document) {
        if (document.length() > PreferencesRecord.LONGEST) {
            throw new Refused(Refusal.MALFORMED, "Preferences can be 16,384 characters long in all.");
        }
        // Locked, so that of two first choices at once the second finds the row of the first.
        if (rows.find(AgentRecord.class, username, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new Refused(Refusal.NOT_FOUND, "There is no agent " + username + ".");
        }
        PreferencesRecord row = rows.find(PreferencesRecord.class, username);
        if (row == null) {
            row = new PreferencesRecord();
            row.username = username;
        }
        row.document = document;
        rows.persist(row);
    }
}
