/**
 * SIP on the wire: one JAIN-SIP stack used as parser, transport and transaction layer, and nothing more.
 *
 * <p>{@link org.supertransfer.sip.transport.SipNode} opens the listening points and sends; what comes in is screened by
 * the dispatcher, which answers by itself whatever is no business of a call (OPTIONS, unknown methods and extensions,
 * loops, malformed messages), and then given to a {@link org.supertransfer.sip.transport.RequestListener} with its server
 * transaction. The stack's dialog layer is off: dialogs belong to the legs.
 *
 * <p>This room may use the RI's own classes ({@code gov.nist}), because the defects it works around lie there: no other
 * room should need them. It knows neither legs, registrations nor Jakarta EE.
 */
@NullMarked
package org.supertransfer.sip.transport;

import org.jspecify.annotations.NullMarked;
