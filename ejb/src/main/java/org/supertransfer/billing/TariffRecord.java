package org.supertransfer.billing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;

@Entity
@Table(name = "tariff")
class TariffRecord {
    @Id
    String prefix = "";

    String name = "";
    BigDecimal pricePerMinute = BigDecimal.ZERO;
    BigDecimal pricePerCall = BigDecimal.ZERO;

    @Version
    long version;
}
