/**
 * Liveness and readiness, for whoever runs the server. In a jar of its own because the server finds health checks in the
 * archive's lib only; uses the call control port and the datasource, and nothing of the modules beside it.
 */
@NullMarked
package org.supertransfer.health;

import org.jspecify.annotations.NullMarked;
