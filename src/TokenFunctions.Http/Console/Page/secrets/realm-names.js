import { get } from '../frame/api.js';

/** The realms that the requester keeps, as far as one answer has them. */
export async function realmNames(signal) {
  const { body } = await get('realm', { pageSize: 500 }, { signal });
  return body.data.list.map((realm) => realm.id);
}
