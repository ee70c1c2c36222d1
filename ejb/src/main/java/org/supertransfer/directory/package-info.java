/** The directory: agents, users and inbound numbers as targets, the directory file, and who a typed number is. */
@NullMarked
package org.supertransfer.directory;

import org.jspecify.annotations.NullMarked;
