package org.supertransfer.agent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supertransfer.store.Fence;
import org.supertransfer.store.TestDatabase;

/** Without a container: one transaction of the test database for each call. */
@Dependent
@Alternative
@Priority(1)
public class TransactedAgentRows extends AgentRows {
    @Override
    public void put(AgentProfile agent, @Nullable String password, boolean rehearsal) {
        in(() -> super.put(agent, password, rehearsal));
    }

    @Override
    public void openStates(Fence fence, boolean everybodyAway, Instant now) {
        in(() -> super.openStates(fence, everybodyAway, now));
    }

    @Override
    public List<Desk.Loaded> all() {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return super.all();
        });
    }

    @Override
    public List<Desk.Loaded> these(Collection<String> usernames) {
        return reading(() -> super.these(usernames));
    }

    @Override
    public List<AgentCard> cards() {
        return reading(super::cards);
    }

    @Override
    public Optional<AgentCard> card(String username) {
        return reading(() -> super.card(username));
    }

    @Override
    public boolean isImportedPassword(String username, String password) {
        return reading(() -> super.isImportedPassword(username, password));
    }

    @Override
    public boolean isPassword(String username, String password) {
        return reading(() -> super.isPassword(username, password));
    }

    @Override
    public void changePassword(String username, String hash) {
        in(() -> super.changePassword(username, hash));
    }

    @Override
    public void roles(String username, Set<Role> roles) {
        in(() -> super.roles(username, roles));
    }

    @Override
    public void language(String username, String language) {
        in(() -> super.language(username, language));
    }

    @Override
    public void logInsSince(String username, Instant since) {
        in(() -> super.logInsSince(username, since));
    }

    @Override
    public Map<String, Instant> logInsSince() {
        return reading(super::logInsSince);
    }

    @Override
    public List<TeamCard> teams() {
        return reading(super::teams);
    }

    @Override
    public Set<String> usernames() {
        return reading(super::usernames);
    }

    @Override
    public boolean exists(String username) {
        return reading(() -> super.exists(username));
    }

    @Override
    public Optional<String> sipPassword(String username) {
        return reading(() -> super.sipPassword(username));
    }

    @Override
    public boolean knowsPassword(String username, String password) {
        return reading(() -> super.knowsPassword(username, password));
    }

    private <T> T reading(Supplier<T> work) {
        return TestDatabase.current().in(manager -> {
            rows = manager;
            return work.get();
        });
    }

    private void in(Runnable work) {
        TestDatabase.current().in(manager -> {
            rows = manager;
            work.run();
            return true;
        });
    }
}
