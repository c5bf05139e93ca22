/** Monitoring, reporting and verification: yearly emission reports until they are approved. */
@NullMarked
package org.carbonmarket.registry.emissions;

import org.jspecify.annotations.NullMarked;
