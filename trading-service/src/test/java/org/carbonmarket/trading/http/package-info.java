@NullMarked
package org.carbonmarket.trading.http;

import org.jspecify.annotations.NullMarked;
