/** A slow and obviously right market, to hold the engine against. */
@NullMarked
package org.carbonmarket.trading.engine.model;

import org.jspecify.annotations.NullMarked;
