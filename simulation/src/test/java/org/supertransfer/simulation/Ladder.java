package org.supertransfer.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What happened, one line each: who sent what to whom and when, and what the calls did and heard. */
public final class Ladder {
    private final VirtualTime time;
    private final Map<String, String> names = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    public Ladder(VirtualTime time) {
        this.time = time;
    }

    /** A word for something long, an address or an id, the first one given. */
    public void name(String text, String word) {
        names.putIfAbsent(text, word);
    }

    /** The word for it, itself when it has none. */
    public String word(String text) {
        return names.getOrDefault(text, text);
    }

    /** A short word for a Call-ID, a number when nobody has given it a name. */
    public String dialog(String callId) {
        return names.computeIfAbsent(callId, unknown -> "dialog-" + names.size());
    }

    public void line(String text) {
        lines.add(String.format(Locale.ROOT, "%11.4f %s", time.micros() / 1e6, text));
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
