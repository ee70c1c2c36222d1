/** The agent's calls over REST, and their JSON. */
@NullMarked
package org.supertransfer.web.call;

import org.jspecify.annotations.NullMarked;
