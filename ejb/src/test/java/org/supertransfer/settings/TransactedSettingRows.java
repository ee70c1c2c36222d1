package org.supertransfer.settings;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import org.supertransfer.store.TestDatabase;

/** Without a container: one transaction of the test database for each call. */
@Dependent
@Alternative
@Priority(1)
public class TransactedSettingRows extends SettingRows {
    @Override
    public Map<Tunable, Chosen> all() {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.all();
        });
    }
}
