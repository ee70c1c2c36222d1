/** What admins keep: agents, users, inbound numbers, teams and what else there is to choose. For the role admin alone. */
@NullMarked
package org.supertransfer.web.admin;

import org.jspecify.annotations.NullMarked;
