import type { Validation } from '../../../../shared/domain/order/orderActions';
import { own, shapeOf } from '../../../../shared/n8n/output/shape';

/** The output of *Validate*: the remarks as text, in the order of the service (worst first). */
export const validationShape = shapeOf<Validation>({
	columns: [
		...own<Validation>('orderNumber', 'valid'),
		{ name: 'findingCount', of: ({ findings }) => findings.length },
		{
			name: 'remarks',
			of: ({ findings }) =>
				findings
					.map(({ severity, field, message, code }) => [severity, field, message ?? code].filter(Boolean).join(': '))
					.join('\n') || null,
		},
		...own<Validation>('orderId'),
	],
	fields: ['findings'],
});
