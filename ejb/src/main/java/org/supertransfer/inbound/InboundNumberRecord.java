package org.supertransfer.inbound;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;

@Entity
@Table(name = "inbound_number")
class InboundNumberRecord {
    @Id
    String number = "";

    String name = "";

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "inbound_agent", joinColumns = @JoinColumn(name = "number"))
    @Column(name = "username")
    Set<String> agents = new HashSet<>();

    @Version
    long version;
}
