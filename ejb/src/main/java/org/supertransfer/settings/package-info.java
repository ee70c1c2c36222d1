/**
 * What the admin chose, read once from the system properties that the server makes of the ST_ environment variables, and what
 * was chosen since in the page. Uses no other package of this module but the store.
 */
@NullMarked
package org.supertransfer.settings;

import org.jspecify.annotations.NullMarked;
