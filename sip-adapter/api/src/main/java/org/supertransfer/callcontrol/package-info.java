/**
 * Call control: the values and the two ports between the calls and the SIP adapter.
 *
 * <p>{@link org.supertransfer.callcontrol.CallControl} is the port out (what a call may ask of its legs),
 * {@link org.supertransfer.callcontrol.CallEventListener} the port in (what the legs report). Neither side of the port
 * sees the other's technology: this package uses Java SE alone, no Jakarta EE, no SIP library and no logger. It lies in
 * the EAR's {@code lib} folder, so that the resource adapter and the application share one copy.
 */
@NullMarked
package org.supertransfer.callcontrol;

import org.jspecify.annotations.NullMarked;
