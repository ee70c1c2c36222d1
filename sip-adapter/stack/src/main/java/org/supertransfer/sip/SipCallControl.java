package org.supertransfer.sip;

import jakarta.resource.Referenceable;
import jakarta.resource.spi.AdministeredObject;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.Reference;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallControl;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.LegSnapshot;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.callcontrol.ReferId;
import org.supertransfer.callcontrol.RegisteredPhone;
import org.supertransfer.callcontrol.RingTone;
import org.supertransfer.callcontrol.TrunkStatus;

/**
 * What the application finds at {@code java:/eis/CallControl}. While the adapter does not run its commands are ignored: it
 * has no leg then, and none of its legs lives. Referenceable because the deployment's validation wants it.
 */
@AdministeredObject(adminObjectInterfaces = CallControl.class)
public class SipCallControl implements CallControl, ResourceAdapterAssociation, Referenceable, Serializable {
    private static final long serialVersionUID = 1L;

    private transient @Nullable SipResourceAdapter adapter;
    private transient @Nullable Reference reference;

    private Optional<Switchboard> running() {
        return Optional.ofNullable(adapter).flatMap(SipResourceAdapter::running);
    }

    @Override
    public void dial(DialRequest request) {
        running().ifPresent(running -> running.legs().dial(request));
    }

    @Override
    public void ring(LegId caller, RingTone tone) {
        running().ifPresent(running -> running.legs().ring(caller, tone));
    }

    @Override
    public void join(LegId a, LegId b, OperationId operation) {
        running().ifPresent(running -> running.legs().join(a, b, operation));
    }

    @Override
    public void redirect(LegId leg, List<DialRequest> instead) {
        running().ifPresent(running -> running.legs().redirect(leg, instead));
    }

    @Override
    public void hold(LegId leg, OperationId operation) {
        running().ifPresent(running -> running.legs().hold(leg, operation));
    }

    @Override
    public void hangUp(LegId leg, EndCause why) {
        running().ifPresent(running -> running.legs().hangUp(leg, why));
    }

    @Override
    public void acceptRefer(ReferId refer) {
        running().ifPresent(running -> running.legs().acceptRefer(refer));
    }

    @Override
    public void refuseRefer(ReferId refer, int status, String why) {
        running().ifPresent(running -> running.legs().refuseRefer(refer, status, why));
    }

    @Override
    public void reportRefer(ReferId refer, int status, String text) {
        running().ifPresent(running -> running.legs().reportRefer(refer, status, text));
    }

    @Override
    public void merge(CallId from, CallId into) {
        running().ifPresent(running -> running.legs().merge(from, into));
    }

    @Override
    public void accounts(Collection<PhoneAccount> accounts) {
        running().ifPresent(running -> running.registrar().accounts(accounts));
    }

    @Override
    public Optional<LegSnapshot> snapshot(LegId leg) {
        return running().flatMap(running -> running.legs().snapshot(leg));
    }

    @Override
    public List<TrunkStatus> trunks() {
        return running().map(running -> running.trunks().status()).orElse(List.of());
    }

    @Override
    public List<RegisteredPhone> registrations() {
        return running().map(running -> running.registrar().registrations()).orElse(List.of());
    }

    @Override
    public boolean listening() {
        return running().map(Switchboard::listening).orElse(false);
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = (SipResourceAdapter) adapter;
    }

    @Override
    public @Nullable Reference getReference() {
        return reference;
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SipCallControl that && that.adapter == adapter;
    }

    @Override
    public int hashCode() {
        return SipCallControl.class.hashCode();
    }
}
