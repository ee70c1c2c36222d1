/**
 * What admins do at run time: agents, users, inbound numbers and teams, number policies, settings, the directory file, and a
 * look at trunks and registrations. Each change is checked against the whole house, written together with its line in the
 * audit, and in force when the request is answered: the rooms that keep things in memory are told. One change at a time.
 */
@NullMarked
package org.supertransfer.admin;

import org.jspecify.annotations.NullMarked;
