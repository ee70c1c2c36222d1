/**
 * A network of phones that lives in one thread and on a clock of its own: every delay, loss and choice comes from one seed,
 * so that a race which ever happened happens again. The legs are the real ones; the phones share none of their code.
 */
@NullMarked
package org.supertransfer.simulation;

import org.jspecify.annotations.NullMarked;
