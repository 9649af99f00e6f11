import { gzipSync } from 'node:zlib';
import { LINES } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { newLevel } from '../../support/parameters';
import { column } from '../../support/results';
import { useScriptedService } from '../../support/scriptedService';
import { useStage } from '../../support/stage';

const JSON_TYPE = { 'content-type': 'application/json' };
const FORMS: Array<[what: string, pack: (text: string) => Buffer, headers: Record<string, string>]> = [
	['a byte order mark before it', (text) => Buffer.from(`\ufeff${text}`), JSON_TYPE],
	['gzip', gzipSync, { ...JSON_TYPE, 'content-encoding': 'gzip' }],
];

describe.each(LINES)('Packed answers, n8n line %s', (line) => {
	const stage = useStage(line);
	const service = useScriptedService();

	describe.each(FORMS)('an answer with %s', (_, pack, headers) => {
		const response = (body: unknown) => ({ body: pack(JSON.stringify(body)), headers });

		it('is read', async () => {
			service.script(response([{ orderId: 1, orderNumber: 'Käfer-1' }]), response([]));
			const result = await stage.orders('getAll', { returnAll: true }, { credentials: tokenCredential(service.url) });
			expect([column(result, 'orderNumber'), result.error]).toEqual([['Käfer-1'], undefined]);
		});

		it('confirms a write', async () => {
			service.script(
				response({ results: [{ masterSku: 'MUG', warehouseId: 5102, availableQuantity: 5 }], errors: [] }),
			);
			const items = [{ sku: 'MUG', onHand: 5 }];
			const result = await stage.stock('set', newLevel(), { credentials: tokenCredential(service.url), items });
			expect([column(result, 'outcome'), service.seen.length]).toEqual([['set'], 1]);
		});
	});
});
