/** Serial numbers of credits: ranges, blocks, and who has which. No framework, no database. */
@NullMarked
package org.carbonmarket.registry.credits.serial;

import org.jspecify.annotations.NullMarked;
