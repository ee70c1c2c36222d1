/** JSON by hand, in both directions: the contract's field names stand in the code, and a wrong body is told where. */
@NullMarked
package org.supertransfer.web.json;

import org.jspecify.annotations.NullMarked;
