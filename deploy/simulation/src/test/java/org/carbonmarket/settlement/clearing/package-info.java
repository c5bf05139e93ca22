@NullMarked
package org.carbonmarket.settlement.clearing;

import org.jspecify.annotations.NullMarked;
