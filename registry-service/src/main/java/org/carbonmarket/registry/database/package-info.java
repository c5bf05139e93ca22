/** SQL in bulk: statements over arrays, inside the caller's transaction. */
@NullMarked
package org.carbonmarket.registry.database;

import org.jspecify.annotations.NullMarked;
