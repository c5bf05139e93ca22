@NullMarked
package org.carbonmarket.simulation;

import org.jspecify.annotations.NullMarked;
