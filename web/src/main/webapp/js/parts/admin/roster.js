/** The agents and teams that other things name: read when a page that offers them opens. */
import { get } from '../../api.js';
import { isolated } from './words.js';

export class Roster {
  agents = [];
  teams = [];

  async readAgents() {
    this.agents = (await get('/admin/agents')).map(({ username, name, extension }) => ({ value: username, label: `${isolated(name)} (${extension})` }));
  }

  async readTeams() {
    this.teams = (await get('/admin/teams')).map(({ name }) => ({ value: name, label: name }));
  }
}
