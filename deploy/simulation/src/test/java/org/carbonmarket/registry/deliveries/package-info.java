@NullMarked
package org.carbonmarket.registry.deliveries;

import org.jspecify.annotations.NullMarked;
