import { count } from './words.js';
import { Resource } from './resource.js';
import { Roster } from './roster.js';

const roster = new Roster();

/** The teams: an agent is in one of them, or in none. */
class Teams extends Resource {
  schema = {
    id: 'teams',
    path: '/admin/teams',
    subject: 'team',
    key: 'name',
    name: (team) => team.name,
    together: true,
    prepare: () => roster.readAgents(),
    columns: [
      { name: 'name', label: 'admin.field.name', value: (team) => team.name, head: true },
      { name: 'members', label: 'admin.field.members', value: (team) => team.members.length, cell: (team) => count(team.members.length), number: true },
    ],
    fields: [
      { name: 'name', kind: 'text', required: true, fixed: true, most: 64 },
      { name: 'members', kind: 'people', options: () => roster.agents },
    ],
  };
}

customElements.define('st-admin-teams', Teams);
