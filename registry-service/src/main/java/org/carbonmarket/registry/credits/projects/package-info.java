/** Projects whose verified reductions become credits, and the batches issued to them. */
@NullMarked
package org.carbonmarket.registry.credits.projects;

import org.jspecify.annotations.NullMarked;
