/** The push to the agent's pages: one WebSocket each, a snapshot first and then what happens. It only sends. */
@NullMarked
package org.supertransfer.web.live;

import org.jspecify.annotations.NullMarked;
