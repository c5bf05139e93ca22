/** Tests of the defences of transfers. */
@NullMarked
package org.carbonmarket.registry.transfers;

import org.jspecify.annotations.NullMarked;
