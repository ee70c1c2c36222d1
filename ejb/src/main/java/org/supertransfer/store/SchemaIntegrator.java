package org.supertransfer.store;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema up to date before Hibernate validates it; a {@code @Startup} bean would come too late. */
public class SchemaIntegrator implements Integrator {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaIntegrator.class);
    private static final String DATA_SOURCE = "java:jboss/datasources/SuperTransferDS";

    @Override
    @SuppressWarnings("BanJNDI") // a constant name of our own; an Integrator gets nothing injected
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        try {
            migrate((DataSource) new InitialContext().lookup(DATA_SOURCE));
        } catch (NamingException e) {
            throw new IllegalStateException("no data source " + DATA_SOURCE, e);
        }
    }

    static void migrate(DataSource source) {
        var result = Flyway.configure(SchemaIntegrator.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        LOG.info("schema at version {}, {} migrations applied", result.targetSchemaVersion, result.migrationsExecuted);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // nothing of ours lives as long as the factory
    }
}
