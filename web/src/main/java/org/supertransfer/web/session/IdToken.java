package org.supertransfer.web.session;

import java.security.Principal;
import java.util.Optional;

/**
 * The token by which the provider knows a log-in again. The server keeps it at the principal, in a class that is there
 * only when a provider is used: so it is asked by name.
 */
final class IdToken {
    private IdToken() {}

    /** Empty for a principal of the built-in realm, or of a script that came with a token of its own. */
    static Optional<String> of(Principal principal) {
        try {
            Object context =
                    principal.getClass().getMethod("getOidcSecurityContext").invoke(principal);
            return Optional.ofNullable(
                    (String) context.getClass().getMethod("getIDTokenString").invoke(context));
        } catch (ReflectiveOperationException notFromAProvider) {
            return Optional.empty();
        }
    }
}
