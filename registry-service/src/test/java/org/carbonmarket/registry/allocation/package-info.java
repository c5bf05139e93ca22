@NullMarked
package org.carbonmarket.registry.allocation;

import org.jspecify.annotations.NullMarked;
