/**
 * What the admin chose, read once from the system properties that the server makes of the ST_ environment variables.
 * Uses no other package of this module.
 */
@NullMarked
package org.supertransfer.settings;

import org.jspecify.annotations.NullMarked;
