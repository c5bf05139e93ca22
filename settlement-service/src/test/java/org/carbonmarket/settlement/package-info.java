@NullMarked
package org.carbonmarket.settlement;

import org.jspecify.annotations.NullMarked;
