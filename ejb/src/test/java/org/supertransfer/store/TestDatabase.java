package org.supertransfer.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static volatile @Nullable TestDatabase current;

    private final EntityManagerFactory factory;
    private volatile boolean silent;

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
        current = this;
    }

    /** The one made last: beans of a test find it without being told. */
    public static TestDatabase current() {
        return Objects.requireNonNull(current, "no test database");
    }

    /** From now on every write fails as with a lost connection, until told otherwise. */
    public void silent(boolean now) {
        silent = now;
    }

    /** One transaction; rolled back when a change throws. */
    public void write(List<RowChange> changes) {
        if (silent) {
            throw new PersistenceException(new SQLException("connection lost", "08006"));
        }
        in(rows -> {
            changes.forEach(change -> change.apply(rows));
            return null;
        });
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
