package org.supertransfer.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an agent chose in the page, as one JSON object that only the page understands. */
@Entity
@Table(name = "agent_preferences")
class PreferencesRecord {
    /** Characters of a document; no more bytes than that are accepted. */
    static final int LONGEST = 16_384;

    @Id
    String username = "";

    @Column(length = LONGEST)
    String document = "";
}
