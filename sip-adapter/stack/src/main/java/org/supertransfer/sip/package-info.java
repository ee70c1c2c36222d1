/**
 * The SIP resource adapter as the server sees it: life cycle, settings, delivery of events to the message-driven bean, and
 * the administered object behind {@link org.supertransfer.callcontrol.CallControl}.
 *
 * <p>It puts the rooms together: {@code transport} (the wire), {@code registrar} (who may call and be called) and
 * {@code leg} (the signalling of one party each). This room alone uses Jakarta Connectors.
 */
@NullMarked
package org.supertransfer.sip;

import org.jspecify.annotations.NullMarked;
