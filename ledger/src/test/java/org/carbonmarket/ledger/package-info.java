@NullMarked
package org.carbonmarket.ledger;

import org.jspecify.annotations.NullMarked;
