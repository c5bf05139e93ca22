@NullMarked
package org.carbonmarket.benchmark;

import org.jspecify.annotations.NullMarked;
