package org.supertransfer.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which facts lead to which outcome, told with no fact that makes no difference. */
final class Situations {
    private final Map<List<String>, Set<List<String>>> byOutcome = new LinkedHashMap<>();

    void add(List<String> outcome, List<String> facts) {
        byOutcome.computeIfAbsent(outcome, o -> new LinkedHashSet<>()).add(facts);
    }

    Set<List<String>> outcomes() {
        dropWhatMakesNoDifference();
        return byOutcome.keySet();
    }

    String when(List<String> outcome) {
        return byOutcome.getOrDefault(outcome, Set.of()).stream()
                .map(facts -> String.join(", ", facts))
                .filter(facts -> !facts.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private void dropWhatMakesNoDifference() {
        int facts = byOutcome.values().stream()
                .flatMap(Set::stream)
                .mapToInt(List::size)
                .max()
                .orElse(0);
        for (int fact = facts - 1; fact >= 0; fact--) {
            Map<List<String>, Set<List<String>>> fewer = without(fact);
            long situations = fewer.values().stream().mapToLong(Set::size).sum();
            long different =
                    fewer.values().stream().flatMap(Set::stream).distinct().count();
            if (situations == different) {
                byOutcome.putAll(fewer);
            }
        }
    }

    private Map<List<String>, Set<List<String>>> without(int fact) {
        Map<List<String>, Set<List<String>>> fewer = new LinkedHashMap<>();
        byOutcome.forEach((outcome, situations) -> fewer.put(
                outcome,
                situations.stream()
                        .map(facts -> {
                            List<String> rest = new ArrayList<>(facts);
                            rest.remove(fact);
                            return rest;
                        })
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
        return fewer;
    }
}
