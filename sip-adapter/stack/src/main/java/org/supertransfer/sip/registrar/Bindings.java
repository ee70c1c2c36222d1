package org.supertransfer.sip.registrar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent.RegistrationChanged;

/** The contacts of all accounts. Reports each change of an account's set of contacts, in the order of the changes. */
final class Bindings {
    private static final Comparator<Binding> NEWEST_FIRST =
            Comparator.comparingLong(Binding::registeredAt).reversed();

    private final Map<String, Map<String, Binding>> byUsername = new HashMap<>();
    private final Consumer<RegistrationChanged> changes;
    private volatile Set<String> places = Set.of();

    Bindings(Consumer<RegistrationChanged> changes) {
        this.changes = changes;
    }

    /** The newest first. */
    synchronized List<Binding> of(String username) {
        return byUsername.getOrDefault(username, Map.of()).values().stream()
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Whether any of them is reached there; asked for each message, so without a lock. */
    boolean reachAt(String place) {
        return places.contains(place);
    }

    /** Takes these in place of those with the same key, and those with the given keys out. */
    synchronized void change(String username, List<Binding> added, Set<String> removed) {
        Map<String, Binding> bindings = byUsername.computeIfAbsent(username, name -> new LinkedHashMap<>());
        Set<String> before = Set.copyOf(bindings.keySet());
        bindings.keySet().removeAll(removed);
        added.forEach(binding -> bindings.put(binding.key(), binding));
        if (!before.equals(bindings.keySet())) {
            report(username, bindings);
        }
        if (bindings.isEmpty()) {
            byUsername.remove(username);
        }
        places = byUsername.values().stream()
                .flatMap(ofOne -> ofOne.values().stream())
                .map(Binding::place)
                .collect(Collectors.toSet());
    }

    /** Takes out those for which this holds, of every account. */
    synchronized void removeIf(Predicate<Binding> gone) {
        for (String username : List.copyOf(byUsername.keySet())) {
            List<String> keys =
                    of(username).stream().filter(gone).map(Binding::key).toList();
            change(username, List.of(), Set.copyOf(keys));
        }
    }

    /** Takes out all of every account but these. */
    synchronized void retain(Set<String> usernames) {
        List<String> gone = new ArrayList<>(byUsername.keySet());
        gone.removeAll(usernames);
        for (String username : gone) {
            change(username, List.of(), of(username).stream().map(Binding::key).collect(Collectors.toSet()));
        }
    }

    private void report(String username, Map<String, Binding> bindings) {
        @Nullable
        String userAgent = bindings.values().stream()
                .min(NEWEST_FIRST)
                .map(Binding::userAgent)
                .filter(name -> !name.isEmpty())
                .orElse(null);
        changes.accept(new RegistrationChanged(username, bindings.size(), userAgent));
    }
}
