package org.supertransfer.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What an admin chose in place of the environment's value. */
@Entity
@Table(name = "setting")
class SettingRecord {
    @Id
    String name = "";

    String chosen = "";

    @Version
    long version;
}
