package org.carbonmarket.trading.orderentry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.carbonmarket.trading.floor.RawHttp;

/** Order requests nobody should send, from a seed. */
final class HostileRequests {

    private static final String ROOT = "/api/v1/markets/";
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "[[[]]]",
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "-1",
                    "0",
                    "0.1",
                    "1e308",
                    "-0",
                    "1E400",
                    "9223372036854775808",
                    "99999999999999999999999999999999999999",
                    "NaN",
                    "Infinity",
                    "0x10",
                    "007",
                    "\"NaN\"",
                    "\"1e5\"",
                    "\"48.000\"",
                    "\"-48.00\"",
                    "\"+48.00\"",
                    "\"48,00\"",
                    "\" 48.00\"",
                    "\"\uff14\uff18.00\"",
                    "\"99999999999999999999.00\"",
                    "\"<script>alert(1)</script>\"",
                    "\"'; DROP TABLE market_order; --\"",
                    "\"../../etc/passwd\"",
                    "\"${jndi:ldap://x}\"",
                    "\"%n%n%s\"",
                    "\"CN-1\"",
                    "\"CN--1\"",
                    "\"HB-99999999999999999999\"",
                    "{\"@class\":\"java.lang.Runtime\"}",
                    "\"" + "A".repeat(5_000) + "\"");
    private static final List<String> IDS =
            List.of(
                    "CN-",
                    "CN-0",
                    "CN--1",
                    "HB-1",
                    "cn-1",
                    "CN-1.5",
                    "CN-99999999999999999999",
                    "1",
                    "%00",
                    "%2e%2e",
                    "..%2f..",
                    "CN-1%20OR%201=1",
                    "%ff%fe",
                    "a;b=c",
                    "*",
                    "null");

    private final Random random;
    private final String account;
    private final String token;

    HostileRequests(Random random, String account, String token) {
        this.random = random;
        this.account = account;
        this.token = token;
    }

    RawHttp.Request next() {
        return switch (random.nextInt(10)) {
            case 0 -> onOrder("DELETE", new byte[0]);
            case 1 -> onOrder("PATCH", bytes("{\"price\":" + value() + "}"));
            case 2 -> request("POST", "CN/orders/batch", headers(), bytes(batch()));
            case 3 -> request("POST", elsewhere(), headers(), bytes(order(Map.of())));
            case 4 -> request("POST", "CN/orders", badHeaders(), bytes(order(Map.of())));
            case 5 -> request(method(), "CN/orders/batch", headers(), bytes("{"));
            default -> request("POST", "CN/orders", headers(), body());
        };
    }

    private RawHttp.Request onOrder(String method, byte[] body) {
        return request(method, "CN/orders/" + pick(IDS), headers(), body);
    }

    private byte[] body() {
        return switch (random.nextInt(12)) {
            case 0 -> bytes(without());
            case 1 -> bytes(order(Map.of("surprise", value())));
            case 2 -> bytes(order(Map.of()) + order(Map.of()));
            case 3 -> cut(bytes(order(Map.of())));
            case 4 -> noise(1 + random.nextInt(300));
            case 5 -> bytes("[".repeat(1 + random.nextInt(20_000)));
            case 6 -> bytes(order(Map.of("account", "\"" + "\u4e2d".repeat(30_000) + "\"")));
            case 7 -> new byte[0];
            case 8 -> flipped(bytes(order(Map.of())));
            case 9 -> order(Map.of()).getBytes(charset());
            default -> bytes(order(Map.of(field(), value())));
        };
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("account", "\"" + account + "\"");
        fields.put("product", "\"CEA\"");
        fields.put("side", random.nextBoolean() ? "\"SELL\"" : "\"BUY\"");
        fields.put("price", "\"48.00\"");
        fields.put("quantity", "1");
        return fields;
    }

    private String order(Map<String, String> changed) {
        Map<String, String> fields = fields();
        fields.putAll(changed);
        return json(fields);
    }

    private String without() {
        Map<String, String> fields = fields();
        fields.remove(field());
        return json(fields);
    }

    private static String json(Map<String, String> fields) {
        List<String> members = new ArrayList<>();
        fields.forEach((name, value) -> members.add("\"" + name + "\":" + value));
        return "{" + String.join(",", members) + "}";
    }

    private String batch() {
        List<String> orders = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            orders.add("{\"order\":" + order(Map.of(field(), value())) + "}");
        }
        return switch (random.nextInt(4)) {
            case 0 -> "{\"orders\":" + value() + "}";
            case 1 -> "{\"orders\":[null," + value() + "]}";
            default -> "{\"orders\":[" + String.join(",", orders) + "]}";
        };
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token);
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private Map<String, String> badHeaders() {
        Map<String, String> headers = headers();
        switch (random.nextInt(6)) {
            case 0 -> headers.remove("Authorization");
            case 1 -> headers.put("Authorization", "Bearer " + token.substring(0, 40));
            case 2 -> headers.put("Authorization", "Basic YWRtaW46YWRtaW4=");
            case 3 -> headers.put("Content-Type", "text/" + random.nextInt(9));
            case 4 -> headers.put("Idempotency-Key", "k".repeat(65 + random.nextInt(900)));
            default -> headers.put("Idempotency-Key", "a b\u00e9/" + random.nextInt());
        }
        return headers;
    }

    private String elsewhere() {
        return pick(
                List.of(
                        "XX/orders",
                        "cn/orders",
                        "%43%4/orders",
                        "CN%00/orders",
                        "CN/orders/x/y",
                        "CN/order",
                        "../orders"));
    }

    private String method() {
        return pick(List.of("PUT", "PATCH", "TRACE", "PROPFIND", "POST"));
    }

    private String field() {
        return pick(List.of("account", "product", "side", "price", "quantity"));
    }

    private String value() {
        return pick(VALUES);
    }

    private Charset charset() {
        return pick(List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE));
    }

    private byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, random.nextInt(whole.length));
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] flipped(byte[] whole) {
        whole[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        return whole;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RawHttp.Request request(
            String method, String path, Map<String, String> headers, byte[] body) {
        return new RawHttp.Request(method, ROOT + path, headers, body);
    }
}
