package org.supertransfer.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a number is: emergency numbers first, then our own table of the country's plan, then libphonenumber. What none of
 * them knows is INVALID.
 */
public final class NumberPlan {
    private static final String EMERGENCY = "112";

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String country;
    private final int countryCode;
    private final NumberingTable table;
    private final EmergencyNumbers emergencies;

    /**
     * @param country ISO 3166 code, for example FI
     * @throws IllegalArgumentException when there is no such numbering plan
     */
    public NumberPlan(String country) {
        this.country = country;
        this.countryCode = library.getCountryCodeForRegion(country);
        if (countryCode == 0) {
            throw new IllegalArgumentException("no numbering plan of " + country);
        }
        this.table = NumberingTable.of(country);
        this.emergencies = new EmergencyNumbers(country, countryCode);
    }

    PlannedNumber look(String text) {
        if (emergencies.has(text)) {
            return emergency(text);
        }
        return NumberText.of(text)
                .flatMap(number -> shortNumber(number.digits()).or(() -> subscriber(number.digits())))
                .orElseGet(() -> PlannedNumber.invalid(text));
    }

    /** Whether the text leads to help, in any spelling. */
    public boolean isEmergency(String text) {
        return emergencies.has(text);
    }

    /**
     * The ways one number may be written in a directory: as typed without punctuation, as dialled at home, and
     * international. Empty when it is no number.
     */
    public List<String> spellings(String text) {
        return NumberText.of(text).map(number -> spellingsOf(number.digits())).orElse(List.of());
    }

    private List<String> spellingsOf(String digits) {
        Set<String> spellings = new LinkedHashSet<>(List.of(digits));
        parsed(digits).ifPresent(number -> {
            String e164 = library.format(number, PhoneNumberFormat.E164);
            spellings.add(e164);
            spellings.add(e164.substring(1));
            if (isOurCountry(number)) {
                spellings.addAll(nationals(number).toList());
            }
        });
        return List.copyOf(spellings);
    }

    private PlannedNumber emergency(String text) {
        String digits = NumberText.forgiving(text).map(NumberText::digits).orElse(EMERGENCY);
        String number = digits.endsWith(EMERGENCY) ? EMERGENCY : digits;
        return new PlannedNumber(number, number, NumberClass.EMERGENCY, null);
    }

    /** Short numbers are dialled as they are and have no form for callers from abroad. */
    private Optional<PlannedNumber> shortNumber(String digits) {
        if (digits.startsWith("0") || digits.startsWith("+")) {
            return parsed(digits)
                    .filter(this::isOurCountry)
                    .map(NumberPlan::significant)
                    .filter(number -> !number.startsWith("0"))
                    .filter(number -> !library.isValidNumberForRegion(toNumber(number), country))
                    .flatMap(this::shortOf);
        }
        return shortOf(digits);
    }

    private Optional<PlannedNumber> shortOf(String digits) {
        return table.seriesOf(digits)
                .map(series -> new PlannedNumber(digits, series.display(digits), series.numberClass(), series.price()));
    }

    private PhoneNumber toNumber(String significant) {
        return new PhoneNumber().setCountryCode(countryCode).setNationalNumber(Long.parseLong(significant));
    }

    private Optional<PlannedNumber> subscriber(String digits) {
        return parsed(digits).flatMap(number -> isOurCountry(number) ? domestic(number) : foreign(number));
    }

    private Optional<PlannedNumber> domestic(PhoneNumber number) {
        String national = "0" + significant(number);
        String e164 = library.format(number, PhoneNumberFormat.E164);
        if (table.knows(national)) {
            return table.seriesOf(national)
                    .map(series ->
                            new PlannedNumber(e164, series.display(national), series.numberClass(), series.price()));
        }
        return library.isValidNumber(number)
                ? Optional.of(new PlannedNumber(
                        e164,
                        library.format(number, PhoneNumberFormat.NATIONAL),
                        classOf(library.getNumberType(number)),
                        null))
                : Optional.empty();
    }

    /** Free or not, satellite or island: what another country charges for it is not known here. */
    private Optional<PlannedNumber> foreign(PhoneNumber number) {
        return library.isValidNumber(number)
                ? Optional.of(new PlannedNumber(
                        library.format(number, PhoneNumberFormat.E164),
                        library.format(number, PhoneNumberFormat.INTERNATIONAL),
                        NumberClass.FOREIGN,
                        null))
                : Optional.empty();
    }

    /** A kind that costs more than a call, or may, is never taken for an ordinary one. */
    private static NumberClass classOf(PhoneNumberType type) {
        return switch (type) {
            case MOBILE, FIXED_LINE_OR_MOBILE -> NumberClass.MOBILE;
            case TOLL_FREE -> NumberClass.FREE;
            case FIXED_LINE, VOIP -> NumberClass.DOMESTIC;
            case SHARED_COST, UAN, PERSONAL_NUMBER, PAGER, VOICEMAIL -> NumberClass.SERVICE;
            case PREMIUM_RATE -> NumberClass.PREMIUM;
            case UNKNOWN -> NumberClass.INVALID;
        };
    }

    private Optional<PhoneNumber> parsed(String digits) {
        try {
            return Optional.of(library.parse(digits, country));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private boolean isOurCountry(PhoneNumber number) {
        return number.getCountryCode() == countryCode;
    }

    private Stream<String> nationals(PhoneNumber number) {
        return Stream.of("0" + significant(number), significant(number));
    }

    private static String significant(PhoneNumber number) {
        return PhoneNumberUtil.getInstance().getNationalSignificantNumber(number);
    }
}
