@NullMarked
package org.carbonmarket.registry.determination;

import org.jspecify.annotations.NullMarked;
