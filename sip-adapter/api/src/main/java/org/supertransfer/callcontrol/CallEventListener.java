package org.supertransfer.callcontrol;

/** The port in: takes what the legs report. Never blocks; events of one call arrive in order, one at a time. */
public interface CallEventListener {
    void onEvent(CallEvent event);
}
