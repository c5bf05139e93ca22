@NullMarked
package org.carbonmarket.trading;

import org.jspecify.annotations.NullMarked;
