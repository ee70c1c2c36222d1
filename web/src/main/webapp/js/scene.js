/**
 * Who hears whom in each live state of a transfer, for the picture of the three parties: from left to right, with the link
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
};

export function scene(state) {
  return SCENES[state];
}
