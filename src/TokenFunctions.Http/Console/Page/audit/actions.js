// As docs/audit.md lists them.
export const actions = [
  'realm.save', 'realm.remove', 'realm.test', 'realm.test-unsaved', 'secret.save', 'secret.remove', 'input.push',
  'token.retry', 'token.flush', 'token.invalid', 'token.min_ttl', 'caller.save', 'caller.remove', 'caller.key.add',
  'caller.key.remove', 'sealing.reseal', 'sealing.stop', 'access.refuse',
];
