/**
 * The shapes of docs/openapi.yaml and docs/asyncapi.yaml as the page uses them, for the types in comments. Instants are
 * ISO 8601 texts.
 *
 * @typedef {'AVAILABLE'|'BUSY'|'AWAY'|'OFFLINE'} Availability
 * @typedef {'AGENT'|'USER'|'INBOUND'|'NUMBER'} TargetType
 * @typedef {'HOLDING'|'DIALING'|'RINGING'|'UNATTENDED'|'CONSULTING'|'ASIDE'|'CONNECTING'|'RETRIEVING'|'RECALLING'} LiveState
 * @typedef {'COMPLETED'|'RETURNED'|'ABANDONED'|'FELL_BACK'|'FAILED'} Outcome
 *
 * @typedef {object} Party
 * @property {string} number
 * @property {string} [name]
 *
 * @typedef {object} Me
 * @property {string} username
 * @property {string} name
 * @property {string} extension
 * @property {Availability} state
 * @property {Availability} wanted
 * @property {string} language
 * @property {string[]} roles
 * @property {number} version
 * @property {'BUILT_IN'|'OIDC'} [login]
 * @property {string} [sessionEndsAt]
 *
 * @typedef {object} Call
 * @property {string} id
 * @property {'RINGING'|'CONNECTED'|'HELD'|'ENDED'} state
 * @property {'IN'|'OUT'} direction
 * @property {Party} party
 * @property {Party} [inbound]
 * @property {string} since
 * @property {string} [transferId]
 * @property {{by: {name: string, extension: string}, consult: boolean, note?: string}} [handover]
 * @property {number} version
 *
 * @typedef {object} Message
 * @property {string} transferId
 * @property {string} code
 * @property {{reason?: string}} [params]
 * @property {string} at
 * @property {number} [version]
 *
 * @typedef {object} Transfer
 * @property {string} id
 * @property {string} callId
 * @property {'BLIND'|'ATTENDED'} method
 * @property {boolean} consult
 * @property {{type: TargetType, id?: string, name?: string, number: string}} target
 * @property {string} [note] what the transferor wrote for the target
 * @property {LiveState|Outcome} state
 * @property {number} version
 * @property {string} startedAt
 * @property {string} [endedAt]
 * @property {Outcome} [outcome]
 * @property {string} [reason]
 * @property {number} [sipStatus]
 * @property {number} [cost] euros
 * @property {number} [billedSeconds] how long the target outside was on the line, once it has left
 * @property {boolean} chargedSeparately
 * @property {string} [pullBackUntil]
 * @property {Message[]} [messages]
 *
 * @typedef {object} Target
 * @property {TargetType} type
 * @property {string} id
 * @property {string} name
 * @property {string} number
 * @property {Availability} availability
 * @property {string} [since]
 * @property {string} [team]
 * @property {number} [waiting]
 * @property {string} [waitingSince]
 * @property {number} [freeAgents]
 * @property {{of: number, count: number, medianSeconds?: number}} [answered]
 *
 * @typedef {object} Order the body of PUT /api/transfers/{uuid}
 * @property {string} callId
 * @property {'BLIND'|'ATTENDED'} method
 * @property {boolean} [consult]
 * @property {boolean} [confirmed]
 * @property {{type: TargetType, id?: string, number?: string}} target
 * @property {string} [note]
 */
export {};
