package org.supertransfer.sip.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Breaks sound messages in the ways that wires, phones and attackers do. The same seed breaks them the same way. */
public final class Mutator {
    private static final int MOST_CHANGES = 4;
    private static final int LONG = 3_000;
    /** Pieces that mean something to a parser somewhere. */
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\r\n\r\n",
            "\r\n ",
            "\u0000",
            "\"",
            "<",
            ">",
            ";",
            ",",
            "@",
            "%00",
            "%0d%0aVia: x",
            ":",
            "[::1]",
            "-1",
            "4294967296",
            "99999999999999999999",
            ";tag=",
            ";branch=z9hG4bK",
            ";lr",
            "SIP/2.0",
            "sip:",
            "\u00e4\ud83d\ude00",
            "=?");

    private final Random random;

    public Mutator(Random random) {
        this.random = random;
    }

    /** This message with one to four changes. */
    public String mutated(String message) {
        String changed = message;
        for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
            changed = once(changed);
        }
        return changed;
    }

    private String once(String message) {
        if (message.isEmpty()) {
            return "\r\n";
        }
        int at = random.nextInt(message.length());
        int end = Math.min(message.length(), at + 1 + random.nextInt(20));
        return switch (random.nextInt(8)) {
            case 0 -> message.substring(0, at) + (char) random.nextInt(256) + message.substring(at + 1);
            case 1 -> message.substring(0, at) + message.substring(end);
            case 2 -> message.substring(0, end) + message.substring(at);
            case 3 -> message.substring(0, at) + piece() + message.substring(at);
            case 4 -> message.substring(0, at);
            case 5 -> lines(message, at);
            case 6 ->
                message.substring(0, at)
                        + message.substring(at, end).repeat(random.nextInt(LONG / 20))
                        + message.substring(end);
            default -> numbers(message);
        };
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /** Two header lines change places, or one comes twice, or one goes. */
    private String lines(String message, int at) {
        List<String> lines = new ArrayList<>(List.of(message.split("\r\n", -1)));
        int one = random.nextInt(lines.size());
        switch (at % 3) {
            case 0 -> Collections.swap(lines, one, random.nextInt(lines.size()));
            case 1 -> lines.add(lines.get(one));
            default -> lines.remove(one);
        }
        return String.join("\r\n", lines);
    }

    private String numbers(String message) {
        return message.replaceFirst(
                "(CSeq|Content-Length|Max-Forwards|RSeq|Expires)(: *)\\d+", "$1$2" + random.nextLong());
    }
}
