package org.supertransfer.browser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The scripted server's targets and numbers. */
final class FakeDirectory {
    private static final Pattern EMERGENCY = Pattern.compile("(\\+|00)?(358)?0*112");
    private static final String CHARGED = ",'chargedSeparately':true,'pricePerMinute':";

    final Map<String, List<ObjectNode>> targets = Map.of(
            "AGENT",
            List.of(
                    answered(target("AGENT", "bertta", "Bertta Nieminen,1202,AVAILABLE"), 10, 7, 6)
                            .put("team", "Laskutus")
                            .put("since", ago(12 * 60 + 5)),
                    target("AGENT", "cecilia", "Cecilia Lindström,1203,BUSY").put("since", ago(2 * 3600 + 5)),
                    target("AGENT", "daniel", "Daniel Ek,1204,AVAILABLE"),
                    target("AGENT", "ville", "Ville Virtanen,1205,OFFLINE").put("since", ago(3 * 86400))),
            "USER",
            List.of(target("USER", "u1", "Ulla User,1301,AVAILABLE"), target("USER", "u2", "Niilo,1302,AVAILABLE")),
            "INBOUND",
            List.of(answered(target("INBOUND", "i1", "Laskutus,0201234500,BUSY"), 4, 0, null)
                    .put("waiting", 3)
                    .put("waitingSince", ago(95))
                    .put("freeAgents", 0)));
    /** Whom the admin's text names beside what is not allowed. */
    @Nullable
    String whomToAsk;

    /** The answer to {@code GET /api/targets?type=…&q=…}. */
    ArrayNode targets(String call) {
        String type = call.replaceAll(".*type=([A-Z]+).*", "$1");
        String query = URLDecoder.decode(call.replaceAll(".*q=", ""), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT);
        ArrayNode found = FakePortal.JSON.createArrayNode();
        targets.getOrDefault(type, List.of()).stream()
                .filter(each -> (each.path("name").asText()
                                + each.path("number").asText()
                                + each.path("team").asText())
                        .toLowerCase(Locale.ROOT)
                        .contains(query))
                .forEach(found::add);
        return found;
    }

    ObjectNode number(String typed) {
        String digits = URLDecoder.decode(typed, StandardCharsets.UTF_8).replaceAll("[^+\\d]", "");
        if (EMERGENCY.matcher(digits).matches()) {
            return number("112", "'EMERGENCY','allowed':true");
        }
        if (digits.startsWith("0600")) {
            return number(digits, "'PREMIUM','allowed':false,'reason':'premium-not-allowed'" + CHARGED + "1.99")
                    .put("whomToAsk", whomToAsk);
        }
        if (digits.startsWith("0300")) {
            return number(digits, "'SERVICE','allowed':true" + CHARGED + "0.0835,'pricePerCall':0.05");
        }
        if (digits.startsWith("0200")) {
            return number(digits, "'SERVICE','allowed':true" + CHARGED + "0,'pricePerCall':2");
        }
        if (digits.startsWith("050")) {
            return number(digits, "'MOBILE','allowed':true,'pricePerMinute':0.09,'pricePerCall':0");
        }
        if (digits.matches("1[23]\\d\\d")) {
            return number(digits, "'INTERNAL','allowed':true");
        }
        return number(digits, digits.length() < 4 ? "'INVALID','allowed':false" : "'MOBILE','allowed':true");
    }

    private static ObjectNode answered(ObjectNode target, int of, int count, @Nullable Integer medianSeconds) {
        target.putObject("answered").put("of", of).put("count", count).put("medianSeconds", medianSeconds);
        return target;
    }

    private static String ago(int seconds) {
        return Instant.now().minusSeconds(seconds).toString();
    }

    private static ObjectNode number(String digits, String facts) {
        return FakePortal.object("{'e164':'" + digits + "','display':'" + digits + "','class':" + facts + "}");
    }

    private static ObjectNode target(String type, String id, String facts) {
        String[] parts = facts.split(",", -1);
        return FakePortal.JSON
                .createObjectNode()
                .put("type", type)
                .put("id", id)
                .put("name", parts[0])
                .put("number", parts[1])
                .put("availability", parts[2]);
    }
}
