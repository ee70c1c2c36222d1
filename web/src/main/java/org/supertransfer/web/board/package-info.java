/** What supervisors look at, over REST: the board, the fate of a call, and how transfers succeed. */
@NullMarked
package org.supertransfer.web.board;

import org.jspecify.annotations.NullMarked;
