/**
 * The trunks as they are just now: which of them answer ({@link org.supertransfer.sip.trunk.Trunks} asks with OPTIONS), which
 * have asked for a rest by 503 with Retry-After, and our registration at those that want one.
 *
 * <p>The legs ask this room for the order to try them in and know nothing else of it. It knows no legs.
 */
@NullMarked
package org.supertransfer.sip.trunk;

import org.jspecify.annotations.NullMarked;
