package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a phone hears, from the recording it makes itself and adds to while it hears: always what comes from now on, never
 * what came before the question.
 */
final class Ear {
    /** Of a WAV file, in bytes. */
    static final int HEADER = 44;

    private static final int WANTED = Tone.RATE / 4;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int PAUSE_MILLIS = 50;
    private static final int FAINT = 300;

    private final Path folder;
    private final String pattern;

    /** @param pattern of the names of the recordings in the folder; the newest is the one being written */
    Ear(Path folder, String pattern) {
        this.folder = folder;
        this.pattern = pattern;
    }

    /** Whether the next quarter of a second is this pitch. */
    boolean hears(Tone tone) {
        return tone.isIn(listens());
    }

    /** Whether nothing is heard for a second, or only something too faint for a voice. */
    boolean hearsNothing() {
        for (short sample : listens()) {
            if (Math.abs(sample) > FAINT) {
                return false;
            }
        }
        return true;
    }

    /** What is heard, for a log. */
    String report() {
        short[] samples = listens();
        StringBuilder report = new StringBuilder(samples.length + " samples");
        for (Tone tone : Tone.values()) {
            report.append(String.format(" %s %.2f", tone, tone.share(samples)));
        }
        return report.toString();
    }

    /** The next quarter of a second; fewer samples when less comes within a second. */
    private short[] listens() {
        Optional<Path> before = newest();
        long from = before.map(Ear::size).orElse(0L);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        short[] heard = new short[0];
        while (heard.length < WANTED && System.nanoTime() < deadline) {
            pause();
            Optional<Path> now = newest();
            long start = now.equals(before) ? from : HEADER;
            heard = now.map(file -> read(file, size(file) < start ? HEADER : Math.max(start, HEADER)))
                    .orElse(heard);
        }
        return heard;
    }

    private Optional<Path> newest() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .max(Comparator.comparing((Path file) -> file.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static short[] read(Path file, long from) {
        long there = (size(file) - from) / Short.BYTES;
        short[] samples = new short[(int) Math.max(0, Math.min(there, WANTED))];
        byte[] bytes = new byte[samples.length * Short.BYTES];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(from);
            open.readFully(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
