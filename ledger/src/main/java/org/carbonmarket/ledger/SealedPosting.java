package org.carbonmarket.ledger;

/**
 * A posting with its place in the chain.
 *
 * @param number counts postings from 1 without a gap
 * @param previousHash the hash of the posting before it
 * @param hash SHA-256 over the previous hash, the number and the content
 */
public record SealedPosting<P extends ChainedPosting>(
        long number, P posting, Sha256 previousHash, Sha256 hash) {}
