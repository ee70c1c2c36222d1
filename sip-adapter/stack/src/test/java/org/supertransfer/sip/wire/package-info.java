/** The other end of the wire for tests: plain sockets and plain text, sharing no code with the stack under test. */
@NullMarked
package org.supertransfer.sip.wire;

import org.jspecify.annotations.NullMarked;
