import { isServiceAdmin, maySomewhere } from './session.js';

// Loaded when they are first shown; the page names all files ahead, so that no view waits for another round.
export const views = [
  {
    name: 'overview', title: 'frame.overview', visible: () => maySomewhere('status'),
    load: async () => (await import('../overview/view.js')).show,
  },
  {
    name: 'try', title: 'frame.try', visible: () => maySomewhere('read'),
    load: async () => (await import('../try/view.js')).show,
  },
  {
    name: 'realms', title: 'frame.realms', visible: () => maySomewhere('admin'),
    load: async () => (await import('../realms/view.js')).show,
  },
  {
    name: 'secrets', title: 'frame.secrets', visible: () => maySomewhere('admin'),
    load: async () => (await import('../secrets/view.js')).show,
  },
  {
    name: 'callers', title: 'frame.callers', visible: isServiceAdmin,
    load: async () => (await import('../callers/view.js')).show,
  },
  {
    name: 'audit', title: 'frame.audit', visible: isServiceAdmin,
    load: async () => (await import('../audit/view.js')).show,
  },
];

const nothing = { name: 'nothing', title: 'frame.nothing', load: async () => (await import('./nothing.js')).show };

export const visibleViews = () => views.filter((view) => view.visible());
export const home = () => visibleViews()[0]?.name ?? nothing.name;

// Null where there is no such view, or it is not for the requester.
export const viewNamed = (name) =>
  visibleViews().find((view) => view.name === name) ?? (name === nothing.name && home() === name ? nothing : null);
