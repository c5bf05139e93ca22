/** What resources share in reading requests and answering lists: form checks, and pages. */
@NullMarked
package org.carbonmarket.edge.request;

import org.jspecify.annotations.NullMarked;
