/** Agents: who they are, whether they can take a call, and the reservation of their phones. */
@NullMarked
package org.supertransfer.agent;

import org.jspecify.annotations.NullMarked;
