/** Answers that say no: RFC 9457 problem details. */
@NullMarked
package org.carbonmarket.edge.problem;

import org.jspecify.annotations.NullMarked;
