package org.supertransfer.number;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The classes of numbers that a role may transfer to, separated by spaces. */
@Entity
@Table(name = "number_policy")
class PolicyRecord {
    @Id
    String role = "";

    String classes = "";

    @Version
    long version;
}
