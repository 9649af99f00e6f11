import type { Sandbox } from '../sandbox';
import type { Erp } from './erp';
import type { OrderRun } from './orderRun';

/** Which of the ERP's orders the sandbox has. */
export const bookedOrders = (sandbox: Sandbox, erp: Erp): Set<string> => {
	const { ordersByNumber } = sandbox.control.books();
	return new Set(erp.orderNumbers.filter((number) => (ordersByNumber[number] ?? 0) > 0));
};

const listed = (numbers: string[]): string =>
	numbers.length > 8 ? `${numbers.slice(0, 8).join(', ')} … (${numbers.length})` : numbers.join(', ');

/**
 * Compares what n8n says about a run with what the sandbox has in its books. `before` are the ERP's orders that were booked
 * before the run. Gives one sentence per difference; none means that both agree.
 */
export const auditRun = (sandbox: Sandbox, erp: Erp, before: ReadonlySet<string>, run: OrderRun): string[] => {
	const differences: string[] = [];
	const expect = (condition: (number: string) => boolean, numbers: string[], message: string): void => {
		const wrong = numbers.filter((number) => !condition(number));
		if (wrong.length > 0) differences.push(`${message}: ${listed(wrong)}`);
	};
	const after = bookedOrders(sandbox, erp);
	expect(
		(number) => after.has(number) && !before.has(number),
		run.created,
		'n8n says created, the books do not show it as new',
	);
	expect((number) => before.has(number), run.existing, 'n8n says existing, the books did not have it before');
	const accounted = new Set([...run.created, ...run.existing, ...run.refused.map((one) => one.orderNumber)]);
	expect((number) => accounted.has(number), erp.orderNumbers, 'in the ERP, but the workflow says nothing about it');
	const ended = run.created.length + run.existing.length + run.refused.length;
	if (ended !== erp.orderNumbers.length)
		differences.push(`the ERP has ${erp.orderNumbers.length} orders, the workflow accounts for ${ended}`);
	const madeByRun = [...after].filter((number) => !before.has(number));
	expect((number) => run.created.includes(number), madeByRun, 'new in the books, but n8n does not say created');
	const { doubled } = sandbox.control.books();
	if (doubled.length > 0) differences.push(`in the books more than once: ${listed(doubled)}`);
	return differences;
};
