@NullMarked
package org.carbonmarket.registry.allocation.formula;

import org.jspecify.annotations.NullMarked;
