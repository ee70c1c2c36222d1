package org.supertransfer.call;

/** Fired after the commit for the agent whose page shows the call; state ENDED when it is that agent's no more. */
public record CallChanged(String username, CallView call) {}
