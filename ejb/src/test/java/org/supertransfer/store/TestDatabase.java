package org.supertransfer.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.naming.spi.NamingManager;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** An H2 in memory with the real schema: Flyway by the real integrator, then Hibernate's validation. */
public final class TestDatabase implements AutoCloseable {
    private static final ThreadLocal<JdbcDataSource> SOURCE = new ThreadLocal<>();

    static {
        try {
            NamingManager.setInitialContextFactoryBuilder(environment -> context -> new OneNameContext(SOURCE::get));
        } catch (javax.naming.NamingException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final List<String> TABLES = List.of(
            "waiting",
            "transfer_message",
            "transfer_history",
            "transfer",
            "call_history",
            "leg",
            "phone_call",
            "inbound_agent",
            "inbound_number",
            "directory_user",
            "agent_state",
            "agent_preferences",
            "agent_role",
            "agent",
            "team",
            "tariff",
            "setting",
            "audit",
            "node");

    private static @Nullable TestDatabase current;

    private final EntityManagerFactory factory;
    private volatile boolean silent;
    private volatile boolean losing;
    private volatile boolean silentThen;

    public TestDatabase() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        SOURCE.set(source);
        factory = Persistence.createEntityManagerFactory(
                "supertransfer",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        source));
    }

    /** The one that all tests of this JVM share, one after the other: making one is dear. */
    public static synchronized TestDatabase current() {
        TestDatabase made = current;
        if (made == null) {
            made = new TestDatabase();
            current = made;
        }
        return made;
    }

    /** Removes all rows, and lets writes succeed again. */
    public void clear() {
        silent = false;
        losing = false;
        in(rows -> {
            rows.createNativeQuery("set referential_integrity false").executeUpdate();
            for (String table : TABLES) {
                rows.createNativeQuery("delete from " + table).executeUpdate();
            }
            rows.createNativeQuery("set referential_integrity true").executeUpdate();
            return true;
        });
    }

    /** From now on every write fails as with a lost connection, until told otherwise. */
    public void silent(boolean now) {
        silent = now;
    }

    /**
     * The next write is committed, and its answer does not come.
     *
     * @param then whether the database is {@link #silent} from then on
     */
    public void loseAnswer(boolean then) {
        losing = true;
        silentThen = then;
    }

    /** One transaction; rolled back when a change throws. */
    public void write(List<RowChange> changes) {
        if (silent) {
            throw connectionLost();
        }
        in(rows -> {
            changes.forEach(change -> change.apply(rows));
            return null;
        });
        if (losing) {
            losing = false;
            silent = silentThen;
            throw connectionLost();
        }
    }

    private static PersistenceException connectionLost() {
        return new PersistenceException(new SQLException("connection lost", "08006"));
    }

    public <T> T in(Function<EntityManager, T> work) {
        try (EntityManager rows = factory.createEntityManager()) {
            rows.getTransaction().begin();
            try {
                T result = work.apply(rows);
                rows.getTransaction().commit();
                return result;
            } finally {
                if (rows.getTransaction().isActive()) {
                    rows.getTransaction().rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
