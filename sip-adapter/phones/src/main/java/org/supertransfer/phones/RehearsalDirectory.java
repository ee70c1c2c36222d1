package org.supertransfer.phones;

import java.util.List;

/** The sample directory of the rehearsal, in the form of the server's directory file. */
final class RehearsalDirectory {
    static final String USER_ANSWERS = "1301";
    static final String USER_NEVER_ANSWERS = "1302";
    static final String INVOICES = "0201234500";
    static final String SUPERVISOR = "sanna";
    static final List<String> AGENTS_WITH_PHONES = List.of("anna", "bertta");

    private static final String TEXT =
            """
            { "agents": [
                { "username": "anna", "password": "anna", "name": "Anna Virtanen", "extension": "1201",
                  "sipPassword": "anna", "contact": null, "roles": ["agent"], "language": "fi" },
                { "username": "bertta", "password": "bertta", "name": "Bertta Nieminen", "extension": "1202",
                  "sipPassword": "bertta", "contact": null, "roles": ["agent"], "language": "fi" },
                { "username": "sanna", "password": "sanna", "name": "Sanna Salo", "extension": "1203",
                  "sipPassword": "sanna", "contact": null, "roles": ["supervisor"], "language": "fi" },
                { "username": "aatu", "password": "aatu", "name": "Aatu Koski", "extension": "1204",
                  "sipPassword": "aatu", "contact": null, "roles": ["admin"], "language": "fi" } ],
              "users": [
                { "name": "Ulla User", "number": "1301", "contact": "%s" },
                { "name": "Eino Etsitty", "number": "1302", "contact": "%s" } ],
              "inboundNumbers": [
                { "number": "0201234500", "name": "Laskutus", "agents": ["anna", "bertta"] },
                { "number": "0201234501", "name": "Tekninen tuki", "agents": ["bertta"] } ] }
            """;

    private RehearsalDirectory() {}

    /** The file's text, with the users' phones in this network. */
    static String json(PhoneNetwork office) {
        return TEXT.formatted(office.uri(USER_ANSWERS), office.uri(USER_NEVER_ANSWERS));
    }
}
