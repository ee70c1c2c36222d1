/** What the agent may do in each state of a transfer; everything else the server would refuse or ignore. */
const WHILE_CALLING = ['leave', 'cancel'];

const MOVES = {
  HOLDING: WHILE_CALLING,
  DIALING: WHILE_CALLING,
  RINGING: WHILE_CALLING,
  CONSULTING: ['complete', 'swap', 'cancel'],
  ASIDE: ['complete', 'swap', 'cancel'],
};

export function moves(state) {
  return MOVES[state] ?? [];
}
