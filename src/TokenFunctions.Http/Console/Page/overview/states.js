import { badge } from '../frame/pieces.js';
import { t } from '../frame/words.js';

// In the order in which a person wants to hear of them.
export const states = ['uncertain', 'failing', 'waiting', 'dead', 'due', 'none', 'fresh'];
export const troubled = ['uncertain', 'failing', 'waiting'];

export const stateBadge = (state) => badge(state, t(`overview.state_${state}`));
export const sum = (counts, of = states) => of.reduce((all, state) => all + (counts[state] ?? 0), 0);
