/** Which serials stand where, kept in PostgreSQL; credits on their way into trading. */
@NullMarked
package org.carbonmarket.registry.credits.custody;

import org.jspecify.annotations.NullMarked;
