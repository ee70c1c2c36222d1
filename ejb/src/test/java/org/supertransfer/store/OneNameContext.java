package org.supertransfer.store;

import java.util.function.Supplier;
import javax.naming.CompositeName;
import javax.naming.InitialContext;
import javax.naming.Name;
import javax.naming.NameNotFoundException;
import javax.naming.NameParser;
import javax.naming.NamingException;

/** Answers a look-up of the server's data source with the test's. */
final class OneNameContext extends InitialContext {
    private final Supplier<?> source;

    OneNameContext(Supplier<?> source) throws NamingException {
        super(true);
        this.source = source;
    }

    @Override
    public Object lookup(String name) throws NamingException {
        if (!name.equals("java:jboss/datasources/SuperTransferDS")) {
            throw new NameNotFoundException(name);
        }
        return source.get();
    }

    @Override
    @SuppressWarnings("BanJNDI") // this is the look-up, not a use of it
    public Object lookup(Name name) throws NamingException {
        return lookup(name.toString());
    }

    @Override
    public NameParser getNameParser(String name) {
        return CompositeName::new;
    }
}
