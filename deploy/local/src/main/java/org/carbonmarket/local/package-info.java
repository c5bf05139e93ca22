/** The platform on one machine: its processes, its launch day. */
@NullMarked
package org.carbonmarket.local;

import org.jspecify.annotations.NullMarked;
