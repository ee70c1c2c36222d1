/**
 * What a phone writes into a REFER, read and judged without any call: the target (RFC 3515), the dialog it replaces
 * (RFC 3891), the dialog it is about (RFC 4538), whether it wants to hear of the outcome (RFC 4488, RFC 7614). Values only:
 * who may transfer what is decided by the calls.
 */
@NullMarked
package org.supertransfer.sip.refer;

import org.jspecify.annotations.NullMarked;
