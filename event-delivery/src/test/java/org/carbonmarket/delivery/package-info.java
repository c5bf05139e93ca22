@NullMarked
package org.carbonmarket.delivery;

import org.jspecify.annotations.NullMarked;
