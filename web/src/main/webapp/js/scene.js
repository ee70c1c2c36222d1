/**
 * Who hears whom in each state of a transfer, for the picture of the three parties: from left to right, with the link
 * between neighbours. O is the transferor (this agent), E the transferee (the customer), T the target.
 */

const inLine = (o, e, t) => [
  ['E', e],
  ['O', o],
  ['T', t],
];

const behind = (e, t, link) => ({ order: [['O', 'gone'], ['E', e], ['T', t]], links: ['none', link] });

const SCENES = {
  HOLDING: { order: inLine('waiting', 'held', 'waiting'), links: ['held', 'none'] },
  DIALING: { order: inLine('waiting', 'held', 'dialing'), links: ['held', 'ringing'] },
  RINGING: { order: inLine('waiting', 'held', 'ringing'), links: ['held', 'ringing'] },
  UNATTENDED: behind('held', 'ringing', 'ringing'),
  CONSULTING: { order: inLine('talking', 'held', 'talking'), links: ['held', 'talking'] },
  ASIDE: { order: inLine('talking', 'talking', 'held'), links: ['talking', 'held'] },
  CONNECTING: behind('joining', 'joining', 'ringing'),
  RETRIEVING: { order: inLine('joining', 'joining', 'gone'), links: ['ringing', 'none'] },
  RECALLING: { order: inLine('ringing', 'held', 'gone'), links: ['ringing', 'none'] },
  COMPLETED: behind('talking', 'talking', 'talking'),
  RETURNED: { order: inLine('talking', 'talking', 'gone'), links: ['talking', 'none'] },
  ABANDONED: { order: inLine('gone', 'gone', 'gone'), links: ['none', 'none'] },
  FELL_BACK: { order: [['O', 'gone'], ['E', 'waiting'], ['T', 'gone']], links: ['none', 'none'] },
  FAILED: { order: inLine('gone', 'gone', 'gone'), links: ['none', 'none'] },
};

const TALK_ON = { order: [['E', 'gone'], ['O', 'talking'], ['T', 'talking']], links: ['none', 'talking'] };

/** @param talksOn whether the transferor still has a call: after ABANDONED in a consultation he talks to the target */
export function scene(state, talksOn = false) {
  return state === 'ABANDONED' && talksOn ? TALK_ON : SCENES[state];
}
