package org.supertransfer.systemtest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server's database, read beside the server. What REST and {@code /live} show may come from memory; this is what a
 * restart would find.
 */
public final class Rows {
    private final String url;
    private final String user;
    private final String password;

    private Rows(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** @param environment of the server, with {@code ST_DB_URL} */
    static Rows of(Map<String, String> environment) {
        return new Rows(
                environment.getOrDefault("ST_DB_URL", ""),
                environment.getOrDefault("ST_DB_USER", "sa"),
                environment.getOrDefault("ST_DB_PASSWORD", "sa"));
    }

    /**
     * An H2 file like the usual one that the server shares with whoever comes from this machine. H2 cannot share one that
     * is to stay open until the server's last word, so the end of a server is no place to look.
     */
    static String sharedUrl(Path base) {
        return "jdbc:h2:file:" + base.toAbsolutePath().resolve("data/supertransfer")
                + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    }

    /**
     * A transfer's row.
     *
     * @param reason empty for none
     * @param live whether it is still its call's live transfer
     * @param deadline whether it waits for one
     */
    public record Transfer(
            String state, String outcome, String reason, boolean ended, boolean live, boolean deadline) {}

    /**
     * A line of a transfer's history.
     *
     * @param code of a message, empty for none
     */
    public record Line(String state, String code) {}

    /** Empty when there is none. */
    public Optional<Transfer> transfer(String id) {
        return query(
                        "select state, outcome, reason, ended_at, live_call_id, deadline_kind, deadline_at"
                                + " from transfer where id = ?",
                        id,
                        row -> new Transfer(
                                row.getString(1),
                                text(row, 2),
                                text(row, 3),
                                row.getObject(4) != null,
                                row.getObject(5) != null,
                                row.getObject(6) != null || row.getObject(7) != null))
                .stream()
                .findFirst();
    }

    /** The lines of a transfer's history, in order. */
    public List<Line> history(String id) {
        return query(
                "select state, code from transfer_history where transfer_id = ? order by seq",
                id,
                row -> new Line(row.getString(1), text(row, 2)));
    }

    /** The codes of the messages that the transferor was told, in order. */
    public List<String> messages(String id) {
        return query(
                "select code from transfer_message where transfer_id = ? order by seq", id, row -> row.getString(1));
    }

    /** What is not closed of a call: itself, legs, transfers, places in a queue, phones. */
    public List<String> open(String callId) {
        List<String> open = new ArrayList<>();
        open.addAll(query("select 'call ' || state from phone_call where id = ? and ended_at is null", callId, WORD));
        open.addAll(query("select 'leg ' || party from leg where call_id = ? and ended_at is null", callId, WORD));
        open.addAll(query("select 'transfer ' || state from transfer where live_call_id = ?", callId, WORD));
        open.addAll(query("select 'waiting for ' || number from waiting where call_id = ?", callId, WORD));
        open.addAll(query("select 'phone of ' || username from agent_state where call_id = ?", callId, WORD));
        return open;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static final Reading<String> WORD = row -> row.getString(1);

    private <T> List<T> query(String sql, String parameter, Reading<T> reading) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + url, e);
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
