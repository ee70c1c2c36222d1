package org.supertransfer.simulation;

import java.util.concurrent.Future;
import javax.sip.Dialog;
import javax.sip.Transaction;
import javax.sip.TransactionState;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/** What both kinds of transactions have in common; nobody here asks for a dialog of the stack. */
abstract class SimTransaction implements Transaction {
    private static final long serialVersionUID = 1L;

    static final long T1 = 500_000;
    static final long T2 = 4_000_000;
    static final long T4 = 5_000_000;
    static final long GIVE_UP = 64 * T1;

    private final transient Request request;
    private transient @Nullable Object data;
    private transient @Nullable Future<?> retransmission;
    private transient @Nullable Future<?> end;

    SimTransaction(Request request) {
        this.request = request;
    }

    final boolean invite() {
        return request.getMethod().equals(Request.INVITE);
    }

    final void retransmission(@Nullable Future<?> next) {
        cancel(retransmission);
        retransmission = next;
    }

    final void end(@Nullable Future<?> next) {
        cancel(end);
        end = next;
    }

    private static void cancel(@Nullable Future<?> future) {
        if (future != null) {
            future.cancel(false);
        }
    }

    @Override
    public final Request getRequest() {
        return request;
    }

    @Override
    public final String getBranchId() {
        return ((ViaHeader) request.getHeader(ViaHeader.NAME)).getBranch();
    }

    @Override
    public final void setApplicationData(Object value) {
        data = value;
    }

    @Override
    public final @Nullable Object getApplicationData() {
        return data;
    }

    @Override
    public final @Nullable Dialog getDialog() {
        return null;
    }

    @Override
    public final TransactionState getState() {
        throw new UnsupportedOperationException();
    }

    @Override
    public final int getRetransmitTimer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void setRetransmitTimer(int ticks) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void terminate() {
        throw new UnsupportedOperationException();
    }
}
