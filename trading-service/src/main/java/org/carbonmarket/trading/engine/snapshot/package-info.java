/** The canonical binary form of an engine's state. */
@NullMarked
package org.carbonmarket.trading.engine.snapshot;

import org.jspecify.annotations.NullMarked;
