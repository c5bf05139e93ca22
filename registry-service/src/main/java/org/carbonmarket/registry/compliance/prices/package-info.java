/** Average traded prices, reckoned from what trading publishes. */
@NullMarked
package org.carbonmarket.registry.compliance.prices;

import org.jspecify.annotations.NullMarked;
