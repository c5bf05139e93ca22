package org.carbonmarket.local.replay.plan;

/**
 * Whose turn it is. Participants of even and of odd numbers sell and buy on alternate days, so that
 * nobody sells what it bought that day and nobody meets itself.
 */
public final class Cast {

    /** Participants of a replay, numbered from 0. */
    public static final int PARTICIPANTS = 240;

    private static final int GROUP = PARTICIPANTS / 2;

    private int day;
    private int sellers;
    private int buyers;

    void nextDay() {
        day++;
    }

    int seller() {
        return member(sellers++, day % 2);
    }

    int buyer() {
        return member(buyers++, (day + 1) % 2);
    }

    private static int member(int turn, int group) {
        return turn % GROUP * 2 + group;
    }

    /** The account of a participant. */
    public static String account(int participant) {
        return "R-%04d".formatted(participant + 1);
    }
}
