@NullMarked
package org.carbonmarket.registry.emissions;

import org.jspecify.annotations.NullMarked;
