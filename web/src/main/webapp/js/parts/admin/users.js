import { Resource } from './resource.js';

/** The users: phones of the house that are nobody's desk, with a fixed address each. */
class Users extends Resource {
  schema = {
    id: 'users',
    path: '/admin/users',
    subject: 'user',
    key: 'number',
    name: (user) => user.name,
    columns: [
      { name: 'name', label: 'admin.field.name', value: (user) => user.name, head: true },
      { name: 'number', label: 'admin.field.number', value: (user) => user.number },
      { name: 'contact', label: 'admin.field.contact', value: (user) => user.contact },
    ],
    fields: [
      { name: 'number', kind: 'text', type: 'tel', required: true, fixed: true, most: 21 },
      { name: 'name', kind: 'text', required: true, most: 128 },
      { name: 'contact', kind: 'text', required: true, most: 255 },
    ],
  };
}

customElements.define('st-admin-users', Users);
