@NullMarked
package org.carbonmarket.settlement.statements;

import org.jspecify.annotations.NullMarked;
