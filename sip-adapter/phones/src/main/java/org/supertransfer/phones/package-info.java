/**
 * Virtual SIP phones: agents' phones that register, users, customers and a trunk, on real SIP and scriptable.
 *
 * <p>Used by the rehearsal, by the stories on the wire and by the load benches. The phones speak by jain-sip-ri alone and
 * never use the server's own stack, so that the two ends of the wire share no code and a mistake cannot hide by being
 * made twice. They use the library for parsing, transport and transactions; its dialog layer is off. There is no voice:
 * a phone tells in its session descriptions where it would listen, which is enough to say who would hear whom.
 *
 * <p>All of a network's phones live on one lane, a single thread on which everything received, sent and timed happens in
 * order; state is read from any thread. May use Java SE, {@code javax.sip} and {@code java.net.http}.
 */
@NullMarked
package org.supertransfer.phones;

import org.jspecify.annotations.NullMarked;
