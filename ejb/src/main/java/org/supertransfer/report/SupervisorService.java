package org.supertransfer.report;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.supertransfer.agent.Caller;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** What supervisors may see. Everything asked by somebody is refused with FORBIDDEN to whoever is none. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SupervisorService {
    @Inject
    private Board board;

    @Inject
    private Fates fates;

    @Inject
    private SuccessRows successes;

    @Inject
    private Clock clock;

    /** @throws Refused FORBIDDEN */
    @RolesAllowed({"supervisor", "admin"})
    public BoardView board(Caller caller) {
        supervising(caller);
        return board.now();
    }

    /** The board for those who are known to be supervisors. */
    public BoardView board() {
        return board.now();
    }

    /**
     * The newest calls first, at most 50.
     *
     * @param query a number as anybody writes it, a part of it or of the caller's name, or the id of a call or a transfer;
     *     empty for all. Other than by id, only calls of the last 31 days are found
     * @throws Refused FORBIDDEN, UNAVAILABLE
     */
    @RolesAllowed({"supervisor", "admin"})
    public List<CallLine> calls(Caller caller, String query) {
        supervising(caller);
        return reading(() -> fates.search(query));
    }

    /** @throws Refused FORBIDDEN, NOT_FOUND, UNAVAILABLE */
    @RolesAllowed({"supervisor", "admin"})
    public FateView fate(Caller caller, String callId) {
        supervising(caller);
        return reading(() -> fates.of(callId, clock.instant()))
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "There is no such call."));
    }

    /** @throws Refused FORBIDDEN, UNAVAILABLE */
    @RolesAllowed({"supervisor", "admin"})
    public SuccessView success(Caller caller, SuccessQuery query) {
        supervising(caller);
        return reading(() -> Successes.view(query, successes.ended(query)));
    }

    private static void supervising(Caller caller) {
        if (!caller.supervises()) {
            throw new Refused(Refusal.FORBIDDEN, "This is for supervisors.");
        }
    }

    private static <T> T reading(Supplier<T> query) {
        try {
            return query.get();
        } catch (EJBException e) {
            throw new Refused(Refusal.UNAVAILABLE, "The database does not answer.");
        }
    }
}
