/**
 * Benches: what the whole system takes, measured from outside on a provisioned server with virtual phones. Printed, never
 * asserted, and never part of a build.
 */
@NullMarked
package org.supertransfer.bench;

import org.jspecify.annotations.NullMarked;
