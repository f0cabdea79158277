export { confirmed, dialog } from './dialogs.js';
export { copyButton } from './copy.js';
export { field } from './fields.js';
export { busy, notice, problem } from './notices.js';
export { badge, empty, pager, tableOf } from './tables.js';
