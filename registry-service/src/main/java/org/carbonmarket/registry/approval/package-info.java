/** The rule of two persons. */
@NullMarked
package org.carbonmarket.registry.approval;

import org.jspecify.annotations.NullMarked;
