@NullMarked
package org.carbonmarket.trading.operations;

import org.jspecify.annotations.NullMarked;
