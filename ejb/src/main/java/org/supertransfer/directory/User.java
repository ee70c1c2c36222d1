package org.supertransfer.directory;

/**
 * Somebody of the house who is no agent.
 *
 * @param contact the phone's fixed SIP address
 */
public record User(String number, String name, String contact) {}
