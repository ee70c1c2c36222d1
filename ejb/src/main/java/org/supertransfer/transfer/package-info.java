/** Transfers: the rules that decide, the steps that keep them, the service that takes orders. */
@NullMarked
package org.supertransfer.transfer;

import org.jspecify.annotations.NullMarked;
