/**
 * Phones and proxies that nobody here wrote, around the real server: baresip and linphone as phones with a voice, SIPp,
 * Kamailio in front. Each phone says a pitch of its own and records what it hears, so that after a transfer the recordings
 * tell who talks to whom; nothing of ours is believed. {@link org.supertransfer.systemtest.peers.Flow} says what each test
 * proves, and {@code docs/interop.md} is made from that.
 */
@NullMarked
package org.supertransfer.systemtest.peers;

import org.jspecify.annotations.NullMarked;
