package org.supertransfer.sip.registrar;

/**
 * Where one of an account's phones can be reached.
 *
 * @param uri a {@code sip:} URI to send to as it is: behind a NAT its host and port are those the phone's packets came from
 * @param transport {@code udp}, {@code tcp} or {@code tls}
 */
public record RegisteredContact(String uri, String transport) {}
