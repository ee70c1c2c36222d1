package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The voice of one phone: a pitch that is no small multiple of another one's, for mu-law adds overtones. */
enum Tone {
    LOW(410),
    MIDDLE(690),
    HIGH(1130);

    /** Samples a second, of everything heard and said here. */
    static final int RATE = 8000;

    private static final int SECONDS = 120;
    private static final int LOUDNESS = 8000;
    /** The share of the sound that a pitch must have to be what is heard. */
    private static final double CLEAR = 0.7;

    private final int hertz;

    Tone(int hertz) {
        this.hertz = hertz;
    }

    /** Writes two minutes of it as a WAV file, 16 bits, mono. */
    Path write(Path file) throws IOException {
        int size = SECONDS * RATE * Short.BYTES;
        ByteBuffer wav = ByteBuffer.allocate(Ear.HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF"))
                .putInt(Ear.HEADER - 8 + size)
                .put(ascii("WAVEfmt "))
                .putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * Short.BYTES);
        wav.putShort((short) Short.BYTES)
                .putShort((short) Short.SIZE)
                .put(ascii("data"))
                .putInt(size);
        for (int i = 0; i < SECONDS * RATE; i++) {
            wav.putShort((short) (LOUDNESS * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        return Files.write(file, wav.array());
    }

    /** Whether this pitch makes up what is heard. */
    boolean isIn(short[] samples) {
        return share(samples) > CLEAR;
    }

    /** Goertzel's algorithm: the energy at this pitch as a share of all, from 0 to 1. */
    double share(short[] samples) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double last = 0;
        double before = 0;
        double energy = 0;
        for (short sample : samples) {
            double now = sample + coefficient * last - before;
            before = last;
            last = now;
            energy += (double) sample * sample;
        }
        double power = last * last + before * before - coefficient * last * before;
        return energy == 0 ? 0 : 2 * power / (energy * samples.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
