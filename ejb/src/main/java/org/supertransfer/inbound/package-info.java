/** Inbound numbers and their queues: who answers, who waits, who is offered next. */
@NullMarked
package org.supertransfer.inbound;

import org.jspecify.annotations.NullMarked;
