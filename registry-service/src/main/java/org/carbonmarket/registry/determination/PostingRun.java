package org.carbonmarket.registry.determination;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Posts an approved determination batch by batch, each in its own transaction. A run that was
 * stopped is gone on with by running it again; two runs at once take turns.
 */
@ApplicationScoped
class PostingRun {

    private final PostingBatch batch;

    PostingRun(PostingBatch batch) {
        this.batch = batch;
    }

    /** Posts until nothing is left; posted already, it does nothing. */
    void complete(String determination) {
        boolean more = true;
        while (more) {
            more = batch.next(determination);
        }
    }
}
