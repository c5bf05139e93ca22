/** How far each topic is folded in: what an answer's asOf says. */
@NullMarked
package org.carbonmarket.reporting.topics;

import org.jspecify.annotations.NullMarked;
