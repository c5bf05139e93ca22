/** Who is calling, and what they may do. */
@NullMarked
package org.carbonmarket.edge.identity;

import org.jspecify.annotations.NullMarked;
