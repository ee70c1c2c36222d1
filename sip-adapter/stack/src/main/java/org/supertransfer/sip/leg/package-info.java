/**
 * The legs: our side of each party's signalling, dialogs and offer/answer included.
 *
 * <p>Uses the transport and registrar rooms; nothing uses it but the adapter's own room.
 */
@NullMarked
package org.supertransfer.sip.leg;

import org.jspecify.annotations.NullMarked;
