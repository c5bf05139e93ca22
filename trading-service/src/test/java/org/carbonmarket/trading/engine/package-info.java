/** Tests of the engine: send commands, compare the exact events. */
@NullMarked
package org.carbonmarket.trading.engine;

import org.jspecify.annotations.NullMarked;
