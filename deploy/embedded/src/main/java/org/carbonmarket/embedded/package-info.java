/** A real Kafka broker and a real PostgreSQL without a container engine, as child processes. */
@NullMarked
package org.carbonmarket.embedded;

import org.jspecify.annotations.NullMarked;
