package org.supertransfer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.callcontrol.CallControl;

class ReadinessTest {
    @ParameterizedTest
    @CsvSource({"true, UP", "false, DOWN"})
    void sip_isReady_whenItListens(boolean listening, Status status) {
        SipReady check = new SipReady();
        check.control = fake(CallControl.class, "listening", listening);
        assertThat(check.call().getStatus()).isEqualTo(status);
        assertThat(check.call().getName()).isEqualTo("sip");
    }

    @ParameterizedTest
    @CsvSource({"true, UP", "false, DOWN"})
    void database_isReady_whenAConnectionAnswers(boolean valid, Status status) {
        DatabaseReady check = new DatabaseReady();
        Connection connection = fake(Connection.class, "isValid", valid);
        check.database = fake(DataSource.class, "getConnection", connection);
        assertThat(check.call().getStatus()).isEqualTo(status);
        assertThat(check.call().getName()).isEqualTo("database");
    }

    @ParameterizedTest
    @CsvSource("DOWN")
    void databaseWithoutConnections_isDown(Status status) {
        DatabaseReady check = new DatabaseReady();
        check.database = fake(DataSource.class, "getConnection", new SQLException("none"));
        assertThat(check.call().getStatus()).isEqualTo(status);
    }

    /** Answers one method, or throws; closing is harmless. */
    private static <T> T fake(Class<T> type, String method, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals("close")) {
                        return null;
                    }
                    assertThat(called.getName()).isEqualTo(method);
                    if (answer instanceof Throwable failure) {
                        throw failure;
                    }
                    return answer;
                }));
    }
}
