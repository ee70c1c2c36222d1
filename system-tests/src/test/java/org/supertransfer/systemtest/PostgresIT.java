package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The main flow once on PostgreSQL, chosen by environment alone. */
@RequiresPeer(Peer.POSTGRESQL)
class PostgresIT {
    @Test
    void mainFlowOnPostgres_isCompletedAndKept() throws IOException, InterruptedException, SQLException {
        try (Postgres postgres = Postgres.start()) {
            Stage stage = Stage.open("server-postgres", postgres.environment());
            try {
                MainFlowIT.blind(stage);
                MainFlowIT.attended(stage);
                assertThat(completed(postgres)).isEqualTo(2);
            } finally {
                stage.close();
            }
        }
    }

    private static int completed(Postgres postgres) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(), "supertransfer", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from transfer where state = 'COMPLETED'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
