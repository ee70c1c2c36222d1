/**
 * Calls: the mailbox that handles everything that happens to one call one at a time, the rules around a transfer, and
 * the legs.
 */
@NullMarked
package org.supertransfer.call;

import org.jspecify.annotations.NullMarked;
