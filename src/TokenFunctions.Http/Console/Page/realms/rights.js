import { isServiceAdmin, session } from '../frame/session.js';

const ALL = /^\*+$/;

/** Whether there is a name under which the requester may make a realm; which one the service says. */
export const mayMake = () =>
  isServiceAdmin() || session.who.may.rules.some((rule) => rule.verbs.includes('admin') && ALL.test(rule.key));
