package org.supertransfer.number;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.regex.Pattern;

/**
 * Finds emergency numbers however they are written. The library finds them only as they are dialled; somebody in need
 * writes +358112, 0112 or 112#, and a policy that does not see it would treat it as any number.
 */
final class EmergencyNumbers {
    /** In front of it may stand a way abroad, a country code and the zero of the trunk. */
    private final Pattern dressed112;

    private final String country;
    private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();

    /**
     * @param country ISO 3166 code
     * @param countryCode its calling code, for example 358
     */
    EmergencyNumbers(String country, int countryCode) {
        this.country = country;
        this.dressed112 = Pattern.compile("(\\+|00|99\\d{1,4})?(" + countryCode + ")?0*112");
    }

    boolean has(String text) {
        return NumberText.forgiving(text)
                .map(NumberText::digits)
                .filter(digits -> dressed112.matcher(digits).matches() || isLocal(digits))
                .isPresent();
    }

    private boolean isLocal(String digits) {
        return !digits.startsWith("+") && shortNumbers.isEmergencyNumber(digits, country);
    }
}
