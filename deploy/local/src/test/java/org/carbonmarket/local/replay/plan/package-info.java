@NullMarked
package org.carbonmarket.local.replay.plan;

import org.jspecify.annotations.NullMarked;
