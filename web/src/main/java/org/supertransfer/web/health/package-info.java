/** Liveness and readiness, for whoever runs the server. */
@NullMarked
package org.supertransfer.web.health;

import org.jspecify.annotations.NullMarked;
