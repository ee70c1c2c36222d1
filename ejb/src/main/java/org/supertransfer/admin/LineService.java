package org.supertransfer.admin;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallControl;

/** The lines to the outside and to the phones, as they are now. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LineService {
    @Resource(lookup = "java:/eis/CallControl")
    private CallControl control;

    /**
     * A trunk.
     *
     * @param state UP, DOWN or UNKNOWN
     * @param since when it became so, null while nothing is known
     */
    public record TrunkView(String address, String state, @Nullable Instant since, boolean registered) {}

    /** A registered phone. */
    public record PhoneView(String username, String extension, String contact, Instant expiresAt) {}

    public List<TrunkView> trunks() {
        return control.trunks().stream()
                .map(trunk -> new TrunkView(trunk.address(), trunk.state().name(), trunk.since(), trunk.registered()))
                .toList();
    }

    public List<PhoneView> phones() {
        return control.registrations().stream()
                .map(phone -> new PhoneView(phone.username(), phone.extension(), phone.contact(), phone.expiresAt()))
                .toList();
    }
}
