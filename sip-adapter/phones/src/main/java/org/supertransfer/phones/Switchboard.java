package org.supertransfer.phones;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** Brings what a network's wire receives to the right phone and call. */
final class Switchboard implements SipReceiver {
    private final Map<String, Phone> phones = new ConcurrentHashMap<>();
    private final Map<String, PhoneCall> calls = new ConcurrentHashMap<>();
    private final Set<String> ignored = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Phone everybodyElse;
    private final Consumer<String> failures;
    private @Nullable SipWire wire;

    Switchboard(Consumer<String> failures) {
        this.failures = failures;
    }

    void connect(SipWire opened) {
        wire = opened;
    }

    void add(Phone phone) {
        phones.put(phone.user(), phone);
    }

    void everybodyElse(Phone phone) {
        everybodyElse = phone;
    }

    void remember(PhoneCall call) {
        calls.put(call.dialog().key(), call);
    }

    void forget(String dialogKey) {
        calls.remove(dialogKey);
    }

    @Override
    public boolean ignores(Request request) {
        if (Messages.toTag(request) != null) {
            return false;
        }
        String callId = Messages.callId(request);
        if (ignored.contains(callId)) {
            return true;
        }
        boolean silent = request.getMethod().equals(Request.INVITE)
                && phoneOf(request).filter(phone -> phone.ignores(request)).isPresent();
        if (silent) {
            ignored.add(callId);
        }
        return silent;
    }

    @Override
    public void onRequest(Request request, @Nullable ServerTransaction transaction) {
        PhoneCall call = callOf(request);
        if (call != null) {
            call.onRequest(request, transaction);
        } else if (transaction == null) {
            return;
        } else if (Messages.toTag(request) != null || request.getMethod().equals(Request.CANCEL)) {
            refuse(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
        } else {
            outsideDialogs(request, transaction);
        }
    }

    /** The call of a request in a dialog, or of a CANCEL, which has no To tag yet. */
    private @Nullable PhoneCall callOf(Request request) {
        String callId = Messages.callId(request);
        String tag = Messages.toTag(request);
        if (tag != null) {
            return calls.get(Dialog.key(callId, tag));
        }
        String from = Messages.fromTag(request);
        return request.getMethod().equals(Request.CANCEL)
                ? calls.values().stream()
                        .filter(call -> call.dialog().isWith(callId, from))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private void outsideDialogs(Request request, ServerTransaction transaction) {
        Optional<Phone> phone = phoneOf(request);
        if (phone.isEmpty()) {
            refuse(Response.NOT_FOUND, request, transaction);
        } else if (request.getMethod().equals(Request.INVITE)) {
            phone.get().onInvite(request, transaction);
        } else {
            phone.get().onStray(request, transaction);
        }
    }

    private Optional<Phone> phoneOf(Request request) {
        Phone named = phones.get(Messages.user(request.getRequestURI()));
        return Optional.ofNullable(named != null ? named : everybodyElse);
    }

    private void refuse(int status, Request request, ServerTransaction transaction) {
        if (wire != null) {
            Response response = Messages.response(status, request);
            if (Messages.toTag(response) == null) {
                Messages.toTag(response, Messages.random().substring(0, 10));
            }
            wire.send(response, transaction);
        }
    }

    @Override
    public void onResponse(Response response, @Nullable ClientTransaction transaction) {
        if (transaction != null && transaction.getApplicationData() instanceof Exchange exchange) {
            exchange.onResponse(response);
            return;
        }
        PhoneCall call = calls.get(Dialog.key(Messages.callId(response), Messages.fromTag(response)));
        boolean accepted = response.getStatusCode() / 100 == 2;
        if (call != null && accepted && Messages.cseq(response).getMethod().equals(Request.INVITE)) {
            call.calling().on2xxAgain(response);
        }
    }

    @Override
    public void onTimeout(ClientTransaction transaction) {
        if (transaction.getApplicationData() instanceof Exchange exchange) {
            exchange.onTimeout();
        }
    }

    @Override
    public void onFailure(RuntimeException failure) {
        failures.accept("a phone failed: " + failure);
    }
}
