// How Odoo writes what is empty, links and times.

/** Odoo writes false for what is empty. */
const given = (value) => (value === false || value === null || value === '' ? undefined : value);

/** A link is [id, name]. */
const idOf = (link) => (Array.isArray(link) ? link[0] : undefined);
const nameOf = (link) => (Array.isArray(link) ? link[1] : undefined);

/** Odoo's times are in UTC, and do not say so. */
const timeOf = (value) => (given(value) === undefined ? undefined : `${value.replace(' ', 'T')}Z`);

const byId = (records) => new Map(records.map((record) => [record.id, record]));

/** The ids of linked records, each once, for a filter of n8n's node. 0 is no record's id. */
const idsOf = (records, field) => [...new Set(records.map((one) => idOf(one[field])).filter(Boolean))].join(',') || '0';

module.exports = { given, idOf, nameOf, timeOf, byId, idsOf };
