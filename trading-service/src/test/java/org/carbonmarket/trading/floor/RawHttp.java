package org.carbonmarket.trading.floor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sends any bytes as an HTTP request, right or wrong: no library corrects them on the way. */
public final class RawHttp {

    private static final int PATIENCE_MS = 30_000;

    private RawHttp() {}

    /** A request as it goes out; its headers say nothing of host and length. */
    @SuppressWarnings("ArrayRecordComponent") // Carried to the wire, never compared.
    public record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    /** What came back. */
    public record Answer(int status, String contentType, String body) {}

    public static Answer send(int port, Request request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            OutputStream out = socket.getOutputStream();
            out.write(head(request).getBytes(StandardCharsets.ISO_8859_1));
            out.write(request.body());
            out.flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return parse(answer.toString(StandardCharsets.UTF_8));
        }
    }

    private static String head(Request request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.put("Host", "localhost");
        headers.put("Connection", "close");
        headers.put("Content-Length", Integer.toString(request.body().length));
        StringBuilder head =
                new StringBuilder(request.method() + " " + request.path() + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString();
    }

    private static Answer parse(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, "", answer);
        }
        String head = answer.substring(0, end);
        String type =
                head.lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                        .findFirst()
                        .orElse("");
        return new Answer(Integer.parseInt(head.substring(9, 12)), type, answer.substring(end + 4));
    }
}
