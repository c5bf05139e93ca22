@NullMarked
package org.carbonmarket.registry.holdings;

import org.jspecify.annotations.NullMarked;
