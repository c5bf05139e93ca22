package org.carbonmarket.registry.determination;

/** The two times a plan allocates. */
enum Stage {
    /** A share in advance, on earlier figures. */
    PRE_ALLOCATION,
    /** On verified figures; the difference to what was allocated is issued or taken back. */
    FINAL
}
