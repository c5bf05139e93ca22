@NullMarked
package org.carbonmarket.trading.engine.book;

import org.jspecify.annotations.NullMarked;
