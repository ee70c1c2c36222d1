package org.supertransfer.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "directory_user")
class UserRecord {
    @Id
    String number = "";

    String name = "";
    String contact = "";

    @Version
    long version;
}
