package org.supertransfer.sip.leg;

import java.util.concurrent.ScheduledExecutorService;
import org.supertransfer.callcontrol.CallEventListener;
import org.supertransfer.sip.AdapterSettings;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.registrar.Registrar;

/** What every call of this node uses and none owns; safe for threads. */
record Surroundings(
        Wire wire,
        Names names,
        Timing timing,
        LegTable table,
        Referrals referrals,
        AdapterSettings settings,
        TrunkChoice trunks,
        Registrar registrar,
        DigestClient digest,
        CallEventListener sink,
        ScheduledExecutorService pool) {}
