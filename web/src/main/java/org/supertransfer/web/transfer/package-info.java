/** Transfers over REST, and their JSON. */
@NullMarked
package org.supertransfer.web.transfer;

import org.jspecify.annotations.NullMarked;
