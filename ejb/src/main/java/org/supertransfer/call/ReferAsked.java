package org.supertransfer.call;

import org.supertransfer.callcontrol.CallEvent;

/** A phone's own transfer key, told in the turn of its call to whoever transfers calls. */
public record ReferAsked(LiveCall call, CallEvent.ReferRequested event) {}
