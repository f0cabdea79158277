const columns = ['at', 'who', 'from', 'action', 'realm', 'key', 'subject', 'result', 'count'];
// With it spreadsheets read the file as UTF-8.
const mark = '\uFEFF';

// RFC 4180.
export function csv(entries) {
  const lines = [columns, ...entries.map((entry) => columns.map((name) => entry[name]))];
  return mark + lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

// A spreadsheet computes what begins like a formula, and some names in the audit are what strangers sent.
function cell(value) {
  const text = String(value ?? '');
  return `"${(/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
