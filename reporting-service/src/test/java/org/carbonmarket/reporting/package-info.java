/** Tests of reporting as a whole. */
@NullMarked
package org.carbonmarket.reporting;

import org.jspecify.annotations.NullMarked;
