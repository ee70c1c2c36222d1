package org.supertransfer.sip.registrar;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.supertransfer.callcontrol.PhoneAccount;

/** The accounts by their names: username and extension. A username goes before somebody else's extension. */
final class Accounts {
    private final Map<String, PhoneAccount> byName = new HashMap<>();

    Accounts(Collection<PhoneAccount> accounts) {
        accounts.forEach(account -> byName.put(account.username(), account));
        accounts.forEach(account -> byName.putIfAbsent(account.extension(), account));
    }

    /** The account of this username or extension. */
    Optional<PhoneAccount> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<PhoneAccount> all() {
        return Set.copyOf(byName.values());
    }

    /** Who has the password that it had: a registration that was made with another one does not count any more. */
    Set<String> trusted(Accounts before) {
        return byName.values().stream()
                .filter(account -> before.named(account.username())
                        .map(PhoneAccount::password)
                        .filter(password -> !password.equals(account.password()))
                        .isEmpty())
                .map(PhoneAccount::username)
                .collect(Collectors.toSet());
    }

    Set<String> usernames() {
        return byName.values().stream().map(PhoneAccount::username).collect(Collectors.toSet());
    }
}
