import { count } from './words.js';
import { Resource } from './resource.js';
import { Roster } from './roster.js';

const roster = new Roster();

/** The inbound numbers, and who answers their calls. */
class InboundNumbers extends Resource {
  schema = {
    id: 'inbound',
    path: '/admin/inbound-numbers',
    subject: 'inbound-number',
    key: 'number',
    name: (inbound) => inbound.name,
    prepare: () => roster.readAgents(),
    columns: [
      { name: 'name', label: 'admin.field.name', value: (inbound) => inbound.name, head: true },
      { name: 'number', label: 'admin.field.number', value: (inbound) => inbound.number },
      { name: 'agents', label: 'admin.field.agents', value: (inbound) => inbound.agents.length, cell: (inbound) => count(inbound.agents.length), number: true },
    ],
    fields: [
      { name: 'number', kind: 'text', type: 'tel', required: true, fixed: true, most: 21 },
      { name: 'name', kind: 'text', required: true, most: 128 },
      { name: 'agents', kind: 'people', options: () => roster.agents },
    ],
  };
}

customElements.define('st-admin-inbound', InboundNumbers);
