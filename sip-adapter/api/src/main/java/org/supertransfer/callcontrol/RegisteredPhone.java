package org.supertransfer.callcontrol;

import java.time.Instant;

/**
 * A phone that is registered now.
 *
 * @param contact the SIP URI where it is reached
 */
public record RegisteredPhone(String username, String extension, String contact, Instant expiresAt) {}
