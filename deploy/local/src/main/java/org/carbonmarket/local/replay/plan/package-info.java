/** What must be ordered so that a day comes out as the record has it. */
@NullMarked
package org.carbonmarket.local.replay.plan;

import org.jspecify.annotations.NullMarked;
