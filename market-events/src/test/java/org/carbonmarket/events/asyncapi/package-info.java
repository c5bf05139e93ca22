/** The AsyncAPI document, generated from the topics and compared with what is published. */
@NullMarked
package org.carbonmarket.events.asyncapi;

import org.jspecify.annotations.NullMarked;
