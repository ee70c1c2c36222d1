package org.supertransfer.sip.leg;

import java.text.ParseException;
import java.util.ListIterator;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.header.Header;
import javax.sip.header.ReasonHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.EndCause.Kind;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.SipFactories;

/** What ended a leg, read from messages and written into them: status codes and the Reason header (RFC 3326). */
final class Causes {
    private static final String Q850 = "Q.850";

    private Causes() {}

    /**
     * The cause in a final response to an INVITE of ours.
     *
     * @param reached whether any provisional response came before
     * @param rang whether an 18x came before
     */
    static EndCause ofFailure(Response response, boolean reached, boolean rang) {
        int status = response.getStatusCode();
        EndCause plain = EndCause.ofStatus(status, Clean.text(response.getReasonPhrase()));
        int q850 = q850(response).orElse(plain.q850());
        Kind kind = kind(status, plain.kind(), reached, rang);
        return new EndCause(refined(kind, status, q850), status, q850, plain.text());
    }

    /** The other side never said a final word. */
    static EndCause ofSilence(boolean reached, boolean rang) {
        EndCause plain = EndCause.of(Kind.UNREACHABLE);
        return new EndCause(kind(408, plain.kind(), reached, rang), 408, plain.q850(), plain.text());
    }

    private static Kind kind(int status, Kind plain, boolean reached, boolean rang) {
        if (status != 408 && status != 480) {
            return plain;
        }
        return reached && rang ? Kind.NO_ANSWER : Kind.UNREACHABLE;
    }

    /** A network says with the Q.850 cause what its general status hides (RFC 3398 section 7.2.4.1). */
    private static Kind refined(Kind kind, int status, int q850) {
        boolean general = status == 480 || status == 403 || status >= 500 && status < 600;
        if (!general) {
            return kind;
        }
        return switch (q850) {
            case 1, 22 -> Kind.NOT_FOUND;
            case 17 -> Kind.BUSY;
            case 19 -> Kind.NO_ANSWER;
            default -> kind;
        };
    }

    /** The cause in a party's BYE or CANCEL. */
    static EndCause ofRequest(Request request) {
        Kind kind = request.getMethod().equals(Request.CANCEL) ? Kind.CANCELLED : Kind.NORMAL;
        EndCause plain = EndCause.of(kind);
        return new EndCause(kind, plain.sipStatus(), q850(request).orElse(plain.q850()), plain.text());
    }

    private static Optional<Integer> q850(Message message) {
        ListIterator<?> reasons = message.getHeaders(ReasonHeader.NAME);
        while (reasons != null && reasons.hasNext()) {
            if (reasons.next() instanceof ReasonHeader reason
                    && Q850.equalsIgnoreCase(reason.getProtocol())
                    && reason.getCause() > 0) {
                return Optional.of(reason.getCause());
            }
        }
        return Optional.empty();
    }

    /** The Reason header for a request or response that ends a leg; empty when there is nothing to say. */
    static Optional<Header> reason(EndCause cause) {
        boolean inSip =
                switch (cause.kind()) {
                    case ANSWERED_ELSEWHERE, TRANSFERRED -> true;
                    case NORMAL,
                            CANCELLED,
                            BUSY,
                            DECLINED,
                            NOT_FOUND,
                            NO_ANSWER,
                            UNREACHABLE,
                            REFUSED,
                            MEDIA,
                            LOST,
                            OVERLOAD,
                            SHUTDOWN -> false;
                };
        if (inSip) {
            return Optional.of(reason("SIP", cause.sipStatus(), cause.text()));
        }
        return cause.q850() == 0 || cause.sipStatus() == 0
                ? Optional.empty()
                : Optional.of(reason(Q850, cause.q850(), cause.text()));
    }

    private static Header reason(String protocol, int number, String text) {
        try {
            return SipFactories.get().header().createReasonHeader(protocol, number, Clean.text(text));
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalArgumentException(protocol + " " + number, e);
        }
    }

    /** Whether {@code b} says more than {@code a} to who dialled both at once (RFC 3261 section 16.7 step 6). */
    static EndCause better(EndCause a, EndCause b) {
        return rank(b) < rank(a) ? b : a;
    }

    private static int rank(EndCause cause) {
        int status = cause.sipStatus();
        if (status >= 600) {
            return 0;
        }
        boolean telling = status == 486 || status == 401 || status == 407 || status == 415 || status == 484;
        return status / 100 * 10 + (status == 408 ? 9 : telling ? 1 : 5);
    }
}
