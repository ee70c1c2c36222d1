package org.supertransfer.number;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as somebody typed or pasted it, without its clothes: {@code tel:} (RFC 3966) and {@code sip:} (RFC 3261) URIs
 * with their parameters, spaces of every kind, dashes, dots, slashes, brackets, invisible marks and digits of other
 * scripts.
 *
 * @param digits what was dialled, with a leading + when it was given; nothing but digits else
 */
record NumberText(String digits) {
    private static final int LONGEST = 256;
    private static final Pattern IN_BRACKETS = Pattern.compile(".*<([^<>]+)>.*");
    private static final Pattern SCHEME = Pattern.compile("^(tel|sips?|callto):(//)?");
    private static final Pattern CONTEXT = Pattern.compile(";phone-context=(\\+[\\d().-]+)");
    /** A national number written as +358 (0)9: the zero is dialled at home only. */
    private static final Pattern OPTIONAL_ZERO = Pattern.compile("^(\\+\\d+)\\(0\\)");

    private static final Pattern CLOTHES = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}().\\[\\]/\u2212]");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d{1,32}");
    /** The send key of old phones, pressed after a short number. */
    private static final Pattern KEYS_AROUND = Pattern.compile("^[*#]+|[*#]+$");

    /** Empty when it is no number: letters, keys like * and # within, or nothing at all. */
    static Optional<NumberText> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String number = undressed(text);
        return DIGITS.matcher(number).matches() ? Optional.of(new NumberText(number)) : Optional.empty();
    }

    /** As {@link #of}, with * and # around it forgiven: somebody who wants 112# wants help. */
    static Optional<NumberText> forgiving(String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : of(KEYS_AROUND.matcher(undressed(text)).replaceAll(""));
    }

    private static String undressed(String text) {
        String plain = asciiDigits(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .strip()
                .toLowerCase(Locale.ROOT);
        Matcher brackets = IN_BRACKETS.matcher(plain);
        String uri = decoded(brackets.matches() ? brackets.group(1) : plain);
        Matcher scheme = SCHEME.matcher(uri);
        return scheme.find() ? inUri(uri.substring(scheme.end())) : bare(uri);
    }

    /** The user part without password, parameters and headers; a global context goes in front (RFC 3966 section 5.1.5). */
    private static String inUri(String rest) {
        int host = rest.indexOf('@');
        String user = host < 0 ? rest : rest.substring(0, host);
        Matcher context = CONTEXT.matcher(rest);
        String number = bare(user.split("[;:?]", 2)[0]);
        boolean local = context.find() && !number.startsWith("+");
        return local ? bare(context.group(1)) + number.replaceFirst("^0", "") : number;
    }

    private static String bare(String number) {
        String withoutSpaces = number.replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
        String international = OPTIONAL_ZERO.matcher(withoutSpaces).replaceFirst("$1");
        return CLOTHES.matcher(international).replaceAll("");
    }

    private static String decoded(String uri) {
        if (uri.indexOf('%') < 0) {
            return uri;
        }
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return uri;
        }
    }

    private static String asciiDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            int digit = Character.digit(each, 10);
            plain.appendCodePoint(digit < 0 ? each : '0' + digit);
        });
        return plain.toString();
    }
}
