@NullMarked
package org.carbonmarket.registry;

import org.jspecify.annotations.NullMarked;
