/** JSON Schemas of the events: generated from the records, compared with what is published. */
@NullMarked
package org.carbonmarket.events.schema;

import org.jspecify.annotations.NullMarked;
