import { NEWEST } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { useListener } from '../../support/listener';
import { chosen } from '../../support/orderActions';
import { column, failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { useStage } from '../../support/stage';

const VALIDATE = 'POST /v1/validation/orders';

describe.each(NEWEST)('Validate a change of an order, n8n line %s', (line) => {
	const stage = useStage(line);
	const service = useListener();
	const parameters = chosen({
		...selected('valid', 'findings'),
		updateFields: { country: '={{ $json.country }}', state: '={{ $json.state }}' },
	});

	it('says of each order whether the change would do, and changes nothing', async () => {
		const items = [
			{ no: 'NW-10046', country: 'US', state: 'OH' },
			{ no: 'NW-10045', country: 'US', state: 'OH' },
		];
		const result = await stage.orders('validate', parameters, { items });
		expect(result).toMatchObject({ status: 'success', pairs: [[0], [1]] });
		expect(jsons(result)).toMatchObject([
			{ valid: true, findings: [] },
			{
				valid: false,
				findings: [
					{
						severity: 'critical',
						field: 'orderIdentifier',
						code: expect.any(String),
						message: expect.stringMatching(/SHIPPED/),
					},
				],
			},
		]);
		expect(stage.order('NW-10046')).toMatchObject({ shipState: 'NY' });
		expect(stage.calls(VALIDATE)).toBe(1);
	});

	it('works with a read-only credential', async () => {
		const credentials = tokenCredential(stage.url, { readOnly: true });
		const result = await stage.orders('validate', parameters, {
			items: [{ no: 'NW-10046', country: 'US', state: 'OH' }],
			credentials,
		});
		expect(column(result, 'valid')).toEqual([true]);
	});

	it('gives each order its own findings when the service does not say whose they are', async () => {
		service.reply = ({ url, body }) => {
			if (url.startsWith('/v1.1/orders'))
				return { status: 200, body: [1, 2].map((orderId) => ({ orderId, orderNumber: `N-${orderId}` })) };
			const broken = (JSON.parse(body) as Array<{ orderIdentifier: { orderId: number } }>).some(
				({ orderIdentifier }) => orderIdentifier.orderId === 2,
			);
			return {
				status: 200,
				body: broken
					? [
							{ severity: 'WARNING', message: 'Hm' },
							{ severity: null, message: 'No' },
						]
					: [],
			};
		};
		const byId = {
			order: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			updateFields: { city: 'Troy' },
			...selected('valid', 'findings'),
		};
		const result = await stage.orders('validate', byId, {
			items: [{ id: 1 }, { id: 2 }],
			credentials: tokenCredential(service.url),
		});
		expect(column(result, 'valid')).toEqual([true, false]);
		expect(result.items[1]?.json.findings).toMatchObject([{ severity: 'warning' }, { severity: null, message: 'No' }]);
	});

	it('takes remarks for what they are', async () => {
		service.reply = () => ({ status: 200, body: [{ severity: 'INFO', index: 1, message: 'Note' }] });
		const byId = { order: { __rl: true, mode: 'id', value: '7' }, updateFields: { city: 'Troy' } };
		const result = await stage.orders('validate', byId, { credentials: tokenCredential(service.url) });
		expect(column(result, 'valid')).toEqual([true]);
	});

	it('lets the others through when one order is not there', async () => {
		const items = [
			{ no: 'NW-404', country: 'US', state: 'OH' },
			{ no: 'NW-10046', country: 'US', state: 'OH' },
		];
		const result = await stage.orders('validate', parameters, { items, onError: 'continueErrorOutput' });
		expect(result.pairs).toEqual([[1]]);
		expect(failures(result)).toMatchObject([{ no: 'NW-404', error: expect.stringMatching(/NW-404/) }]);
	});
});
