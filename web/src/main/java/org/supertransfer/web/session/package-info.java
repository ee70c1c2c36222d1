/** Who is there: the gate before every call, log-in and log-out, and the agent's own settings. */
@NullMarked
package org.supertransfer.web.session;

import org.jspecify.annotations.NullMarked;
