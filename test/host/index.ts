export * from './credentials';
export { Database } from './database';
export { startHost, type Host, type HostOptions } from './host';
export { KillableHost } from './killableHost';
export { packProject, projectFolder } from './package';
export { runSteps, say, secondsSince } from './progress';
export { owner, Rest, RestError } from './rest';
export * from './workflows';
