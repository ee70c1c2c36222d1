package org.supertransfer.call;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.supertransfer.callcontrol.CallControl;

/** What a call needs from outside: a database that answers and a SIP port that listens. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HealthService {
    private static final int SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/SuperTransferDS")
    DataSource database;

    @Resource(lookup = "java:/eis/CallControl")
    CallControl control;

    /** Whether a connection can be had now and answers within two seconds. */
    public boolean databaseReachable() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether calls can come in. */
    public boolean sipListening() {
        return control.listening();
    }
}
