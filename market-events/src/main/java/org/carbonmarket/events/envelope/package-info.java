/** CloudEvents 1.0 in Kafka's binary mode, and the JSON form of every value type. */
@NullMarked
package org.carbonmarket.events.envelope;

import org.jspecify.annotations.NullMarked;
