/**
 * Durable rows: the schema, this node's epoch, and the journal through which every live call and transfer writes its
 * steps. It knows no call and no transfer, only changes of rows.
 */
@NullMarked
package org.supertransfer.store;

import org.jspecify.annotations.NullMarked;
