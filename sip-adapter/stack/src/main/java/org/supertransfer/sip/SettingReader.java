package org.supertransfer.sip;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.Source;

/** Reads settings that are given as text; every bad one is a {@link BadSetting}. */
final class SettingReader {
    private static final String HOST_NAME = "[A-Za-z0-9]([A-Za-z0-9.\\-]*[A-Za-z0-9])?";
    private static final String IPV6 = "\\[[0-9A-Fa-f:.]+]";
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern HOST = Pattern.compile(HOST_NAME + "|" + IPV6);
    private static final Pattern PEER = Pattern.compile("(" + HOST_NAME + "|" + IPV6 + ")(:\\d{1,5})?");
    private static final Pattern TRUNK = Pattern.compile(
            "sip:(?<host>" + HOST_NAME + "|" + IPV6 + ")(:(?<port>\\d{1,5}))?(;transport=(?<transport>udp|tcp|tls))?",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, String> values;

    SettingReader(Map<String, String> values) {
        this.values = values;
    }

    String text(String variable, String otherwise) {
        String value = values.getOrDefault(variable, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    int number(String variable, int otherwise, int least, int most) {
        String value = text(variable, String.valueOf(otherwise));
        if (value.matches("\\d{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BadSetting(variable, value, "a whole number from " + least + " to " + most);
    }

    /** 0 when it is off, which is the default. */
    int portOrOff(String variable) {
        String value = text(variable, "off");
        if (value.equals("off")) {
            return 0;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new BadSetting(variable, value, "off, or a port from 1 to 65535");
        }
        return Integer.parseInt(value);
    }

    @Nullable
    String optional(String variable) {
        String value = text(variable, "");
        return value.isEmpty() ? null : value;
    }

    /** Must be set because another one is. */
    String required(String variable, String reason) {
        String value = text(variable, "");
        if (value.isEmpty()) {
            throw new BadSetting(variable, "", "a value, because " + reason + " is set");
        }
        return value;
    }

    String oneOf(String variable, String otherwise, List<String> allowed) {
        String value = text(variable, otherwise);
        if (!allowed.contains(value)) {
            throw new BadSetting(variable, value, String.join(", ", allowed));
        }
        return value;
    }

    /** A numeric address, IPv6 without brackets, but not the wildcard: the stack would tell it to the other side. */
    String ownAddress(String variable, String otherwise) {
        String value = text(variable, otherwise);
        String bare = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
        boolean numeric = IPV4.matcher(bare).matches() || isIpv6("[" + bare + "]");
        if (!numeric || List.of("0.0.0.0", "0:0:0:0:0:0:0:0").contains(Source.numeric(bare))) {
            throw new BadSetting(
                    variable, value, "an IPv4 or IPv6 address of this machine, not a name, not 0.0.0.0 or ::");
        }
        return bare;
    }

    private static boolean isIpv6(String bracketed) {
        return bracketed.matches(IPV6) && !Source.numeric(bracketed).startsWith("[");
    }

    String host(String variable, String otherwise) {
        String value = text(variable, otherwise);
        String literal = isIpv6("[" + value + "]") ? "[" + value + "]" : value;
        if (!HOST.matcher(literal).matches()) {
            throw new BadSetting(variable, value, "a host name or an IP address");
        }
        return literal;
    }

    /** Both or neither must be set; null when neither is. The value never gets into an error. */
    @Nullable
    String pair(String variable, String partner) {
        String value = text(variable, "");
        boolean partnerSet = !text(partner, "").isEmpty();
        if (value.isEmpty() && partnerSet) {
            throw new BadSetting(variable, "", "a value, because " + partner + " is set");
        }
        return value.isEmpty() ? null : value;
    }

    List<TrunkPeer> trunks(String variable) {
        return parts(variable).stream().map(part -> trunk(variable, part)).toList();
    }

    private static TrunkPeer trunk(String variable, String part) {
        Matcher trunk = TRUNK.matcher(part);
        if (!trunk.matches()) {
            throw new BadSetting(
                    variable, part, "sip:host[:port][;transport=udp|tcp|tls], several separated by commas");
        }
        boolean left = trunk.group("port") == null && !isNumeric(trunk.group("host"));
        String asked = trunk.group("transport") == null ? left ? "" : "udp" : trunk.group("transport");
        String transport = asked.toLowerCase(Locale.ROOT);
        if (left) {
            return new TrunkPeer(trunk.group("host"), 0, transport);
        }
        int usual = transport.equals("tls") ? 5061 : 5060;
        int port = trunk.group("port") == null ? usual : port(variable, part, trunk.group("port"));
        return new TrunkPeer(trunk.group("host"), port, transport);
    }

    static boolean isNumeric(String host) {
        return IPV4.matcher(host).matches() || host.startsWith("[");
    }

    private static int port(String variable, String value, String digits) {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new BadSetting(variable, value, "a port from 1 to 65535");
        }
        return port;
    }

    List<String> peers(String variable, List<String> otherwise) {
        List<String> parts = parts(variable);
        for (String part : parts) {
            if (!PEER.matcher(part).matches()) {
                throw new BadSetting(variable, part, "host or host:port, several separated by commas");
            }
        }
        return parts.isEmpty() ? otherwise.stream().distinct().toList() : parts;
    }

    private List<String> parts(String variable) {
        return Arrays.stream(text(variable, "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
