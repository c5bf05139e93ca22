/** Orders, executions and positions kept in the database for queries. */
@NullMarked
package org.carbonmarket.trading.projection;

import org.jspecify.annotations.NullMarked;
