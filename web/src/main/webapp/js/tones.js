/** Short sounds that cannot be taken for each other, made here: no file is loaded. */

/** Each note: hertz, begin and length in seconds. */
const TONES = {
  incoming: [
    [660, 0, 0.14],
    [880, 0.16, 0.22],
    [660, 0.5, 0.14],
    [880, 0.66, 0.22],
  ],
  returned: [
    [880, 0, 0.14],
    [587, 0.16, 0.14],
    [880, 0.32, 0.3],
  ],
  failure: [
    [220, 0, 0.22],
    [185, 0.26, 0.36],
  ],
};
const LOUD = 0.2;
const EDGE = 0.015;
const GAP = 0.2;

/** Seconds; what would be heard later than this is not heard at all. */
const LATE = 3;

let audio = null;
/** When the last sound is over, by the clock of `audio`. */
let free = 0;

/** Plays a sound, after the one that plays; silent, and no error, where the browser has none or waits for a first press. */
export async function play(name) {
  const asked = performance.now();
  try {
    audio ??= new AudioContext();
    await audio.resume();
    const begin = Math.max(audio.currentTime, free);
    if ((performance.now() - asked) / 1000 + begin - audio.currentTime < LATE) {
      sound(TONES[name], begin);
    }
  } catch {
    // A browser without sound.
  }
}

function sound(notes, from) {
  notes.forEach(([hertz, begin, length]) => note(hertz, from + begin, length));
  free = from + Math.max(...notes.map(([, begin, length]) => begin + length)) + GAP;
}

function note(hertz, begin, length) {
  const tone = new OscillatorNode(audio, { frequency: hertz, type: 'triangle' });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(LOUD, begin + EDGE);
  volume.gain.setValueAtTime(LOUD, begin + length - EDGE);
  volume.gain.linearRampToValueAtTime(0, begin + length);
  tone.connect(volume).connect(audio.destination);
  tone.start(begin);
  tone.stop(begin + length);
}
