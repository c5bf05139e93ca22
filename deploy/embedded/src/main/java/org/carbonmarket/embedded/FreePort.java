package org.carbonmarket.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports that nobody listens on. */
public final class FreePort {

    private static final int HIGHEST = 64_000;

    private FreePort() {}

    /** The first of two neighbouring free ports, as a broker needs them. */
    public static int pair() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (ServerSocket any = listen(0)) {
                int port = any.getLocalPort();
                if (port < HIGHEST && isFree(port + 1)) {
                    return port;
                }
            }
        }
        throw new IOException("no two neighbouring ports are free");
    }

    public static boolean isFree(int port) {
        try (ServerSocket free = listen(port)) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }
}
