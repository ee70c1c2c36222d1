/**
 * Who is who: the phones' registrations, digest authentication on both sides, and the admission of new calls.
 *
 * <p>An address in a SIP message proves nothing. A caller is known by the address its packets come from (trunks, phones with
 * a fixed contact) or by digest (RFC 8760, RFC 7616); everybody else gets a challenge, or silence. Uses the transport
 * room, knows no legs.
 */
@NullMarked
package org.supertransfer.sip.registrar;

import org.jspecify.annotations.NullMarked;
