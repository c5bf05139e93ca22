/** Events the registry publishes. */
@NullMarked
package org.carbonmarket.events.registry;

import org.jspecify.annotations.NullMarked;
