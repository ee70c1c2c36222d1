package org.supertransfer.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A team; who is in it is said by each agent's row. */
@Entity
@Table(name = "team")
class TeamRecord {
    @Id
    String name = "";

    @Version
    long version;
}
