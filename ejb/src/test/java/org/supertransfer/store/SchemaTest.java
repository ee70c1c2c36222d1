package org.supertransfer.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void emptyDatabase_isMigratedAndFitsTheEntities() {
        try (TestDatabase database = new TestDatabase()) {
            Number tables = database.in(rows -> (Number) rows.createNativeQuery(
                            "select count(*) from information_schema.tables where lower(table_name) = 'transfer'")
                    .getSingleResult());
            assertThat(tables.intValue()).isEqualTo(1);
        }
    }
}
