package org.supertransfer.agent;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An agent's row; the server's realm reads {@code password_hash} and {@code agent_role} by itself. */
@Entity
@Table(name = "agent")
class AgentRecord {
    @Id
    String username = "";

    String passwordHash = "";

    /** Of the directory file's password, when another one counts. */
    @Nullable
    String importedHash;

    @Nullable
    Instant logInsSince;

    String name = "";
    String extension = "";

    @Nullable
    String sipPassword;

    @Nullable
    String contact;

    String language = "";

    @Nullable
    String team;

    @Version
    long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agent_role", joinColumns = @JoinColumn(name = "username"))
    @Column(name = "role")
    Set<String> roles = new HashSet<>();

    /** Takes a password that does not come from the directory file. */
    void choose(String hash) {
        if (importedHash == null) {
            importedHash = passwordHash;
        }
        passwordHash = hash;
    }

    /** The hash of the directory file's password. */
    String imported() {
        return importedHash == null ? passwordHash : importedHash;
    }

    AgentProfile profile() {
        return new AgentProfile(username, name, extension, sipPassword, contact, language, Roles.parse(roles), team);
    }
}
