import { html } from 'lit';
import { LANGUAGES, t } from '../../i18n.js';
import { Resource } from './resource.js';
import { Roster } from './roster.js';

const ROLES = ['agent', 'supervisor', 'admin'];
const roster = new Roster();
const rolesOf = ({ roles }) => ROLES.filter((each) => roles.includes(each)).map((each) => t(`admin.role.${each}`));
const phoneOf = ({ contact, hasSipPassword }) => contact || t(hasSipPassword ? 'admin.agents.registers' : 'admin.agents.no-phone');

/** The agents, who are everybody that logs in. */
class Agents extends Resource {
  schema = {
    id: 'agents',
    path: '/admin/agents',
    subject: 'agent',
    key: 'username',
    name: (agent) => agent.name,
    prepare: () => roster.readTeams(),
    columns: [
      { name: 'name', label: 'admin.field.name', value: (agent) => agent.name, head: true },
      { name: 'username', label: 'admin.field.username', value: (agent) => agent.username },
      { name: 'extension', label: 'admin.field.extension', value: (agent) => agent.extension },
      { name: 'team', label: 'admin.field.team', value: (agent) => agent.team ?? '' },
      { name: 'roles', label: 'admin.field.roles', value: (agent) => rolesOf(agent).join(' '), cell: (agent) => html`<span class="badges">${rolesOf(agent).map((each) => html`<span class="badge">${each}</span>`)}</span>` },
      { name: 'phone', label: 'admin.field.phone', value: phoneOf },
    ],
    fields: [
      { name: 'username', kind: 'text', required: true, fixed: true, most: 64, pattern: '[A-Za-z0-9._\\-]+' },
      { name: 'name', kind: 'text', required: true, most: 128 },
      { name: 'extension', kind: 'text', type: 'tel', required: true, most: 21 },
      { name: 'password', kind: 'secret', newRequired: true },
      { name: 'roles', kind: 'choices', required: true, first: ['agent'], options: () => ROLES.map((value) => ({ value, label: t(`admin.role.${value}`) })) },
      { name: 'team', kind: 'choice', options: () => roster.teams },
      { name: 'language', kind: 'choice', required: true, first: 'fi', options: () => LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) })) },
      { name: 'sipPassword', kind: 'secret', keptWhen: 'hasSipPassword' },
      { name: 'contact', kind: 'text', most: 255 },
    ],
  };
}

customElements.define('st-admin-agents', Agents);
