/** Events leave with the transaction that caused them; one relay carries them to the broker. */
@NullMarked
package org.carbonmarket.delivery.outbox;

import org.jspecify.annotations.NullMarked;
