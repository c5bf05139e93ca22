/** What the registry tells everybody: accounts, holdings in total, transactions, compliance. */
@NullMarked
package org.carbonmarket.registry.reports;

import org.jspecify.annotations.NullMarked;
