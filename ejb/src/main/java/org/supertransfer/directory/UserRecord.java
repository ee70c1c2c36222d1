package org.supertransfer.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "directory_user")
class UserRecord {
    @Id
    String number = "";

    String name = "";
    String contact = "";
}
