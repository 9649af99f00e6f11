import type { OrderManagerApi } from '../../../shared/api/ports';
import type { Area, HealthPort, Probe } from '../../../shared/api/ports/account/health';
import type { ThrottleLimit } from '../../../shared/domain/account/account';
import type { ClockDifference } from '../../../shared/domain/values/clockDifference';
import { median } from '../../../shared/domain/insights/median';
import { ApiError } from '../../../shared/http/errors/apiError';
import { rethrow } from '../../../shared/http/errors/rethrow';
import { reportOperation, type ReportTools } from '../../../shared/n8n/run/operation';

/** What users call the areas, as in the list of permissions where there is one. */
const AREA_NAMES: Record<Area, string> = {
	account: 'Account',
	orders: 'Orders',
	products: 'Products',
	listings: 'Listings',
	inventory: 'Inventory',
	shipments: 'Shipments',
	purchaseOrders: 'Purchase Orders',
	warehouses: 'Warehouses',
	salesChannels: 'Sales Channels',
	labels: 'Labels',
};

type Outcome = 'allowed' | 'missingPermission' | 'failed';

/** What the read of one area showed. */
interface AreaFinding {
	area: string;
	outcome: Outcome;
	milliseconds: number | null;
	problem: string | null;
	remedy: string | null;
}

/** The state of a connection. It has no secrets: names, figures, and errors in the user's words. */
interface ConnectionReport {
	status: 'ok' | 'problems';
	account: string | null;
	contract: string;
	latencyMs: number | null;
	clockSkewSeconds: number | null;
	allowed: string;
	missingPermissions: string;
	failed: string;
	areas: AreaFinding[];
	rateLimits: Array<Pick<ThrottleLimit, 'method' | 'path' | 'maxRequests' | 'maxRequestsPerHour'>>;
}

/** One item about the whole connection. A wrong credential fails the node; an area that cannot be read is a finding. */
export const check = reportOperation<never>({
	run: async (manager, _given, tools) => ({ rows: [{ json: await reportOn(manager, tools) }] }),
});

async function reportOn(manager: OrderManagerApi, tools: ReportTools): Promise<ConnectionReport> {
	const areas = await findingsOf(manager.health, tools);
	const account = manager.account && (await attempt(async () => (await manager.account?.company())?.value.name));
	const limits =
		(await attempt(async () => await manager.account?.throttleLimits({ unreadable: tools.unreadable }))) ?? [];
	const named = (outcome: Outcome): string =>
		areas
			.filter((one) => one.outcome === outcome)
			.map(({ area }) => area)
			.join(', ');
	return {
		status: areas.every(({ outcome }) => outcome === 'allowed') ? 'ok' : 'problems',
		account: account ?? null,
		contract: manager.contract.title,
		latencyMs: median(areas.flatMap(({ milliseconds }) => (milliseconds === null ? [] : [milliseconds]))),
		clockSkewSeconds: skewOf(manager.health.clock.difference),
		allowed: named('allowed'),
		missingPermissions: named('missingPermission'),
		failed: named('failed'),
		areas,
		rateLimits: limits.map(({ value: { method, path, maxRequests, maxRequestsPerHour } }) => ({
			method,
			path,
			maxRequests,
			maxRequestsPerHour,
		})),
	};
}

/** One area after the other, so that they do not slow each other down. */
async function findingsOf({ probes }: HealthPort, tools: ReportTools): Promise<AreaFinding[]> {
	const [first, ...others] = probes;
	// If the first read fails, nothing is known about the permissions.
	const findings = [await finding(first, tools, ['forbidden'])];
	for (const probe of others) findings.push(await finding(probe, tools));
	return findings;
}

/** Errors that concern the whole credential or run. */
const WHOLE = ['unauthorized', 'redirected', 'insecureUrl', 'cancelled'];

/** @param accepted kinds of errors that are findings; all but those of the whole credential when absent */
async function finding({ area, read }: Probe, { describe }: ReportTools, accepted?: string[]): Promise<AreaFinding> {
	try {
		return { area: AREA_NAMES[area], outcome: 'allowed', milliseconds: await read(), problem: null, remedy: null };
	} catch (error) {
		if (!(error instanceof ApiError) || WHOLE.includes(error.kind)) rethrow(error);
		if (accepted && !accepted.includes(error.kind)) rethrow(error);
		const { message, remedy } = describe(error);
		const outcome = error.kind === 'forbidden' ? 'missingPermission' : 'failed';
		return { area: AREA_NAMES[area], outcome, milliseconds: null, problem: message, remedy };
	}
}

/** A figure that the report can do without. */
async function attempt<T>(read: () => Promise<T>): Promise<T | undefined> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof ApiError && error.kind !== 'cancelled') return undefined;
		rethrow(error);
	}
}

/** How far the service's clock is certainly ahead of this machine's; 0 within the accuracy of the measurement. */
function skewOf(difference: ClockDifference | undefined): number | null {
	if (!difference) return null;
	const { least, most } = difference;
	const certain = least > 0 ? least : most < 0 ? most : 0;
	return Math.round(certain / 1000);
}
