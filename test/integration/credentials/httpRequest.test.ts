import { LINES, type RunResult } from '../../engine';
import { useListener } from '../../support/listener';
import { SECRET, SECRET_CREDENTIALS } from '../../support/secrets';
import { useStage } from '../../support/stage';

describe.each(LINES)("The access token in n8n's HTTP Request node, n8n line %s", (line) => {
	const stage = useStage(line);
	const service = useListener();
	const other = useListener();
	const elsewhere = (): string => `http://localhost:${other.port}/elsewhere`;

	const request = async (url: string): Promise<RunResult> => {
		const [type, make] = SECRET_CREDENTIALS[0] as (typeof SECRET_CREDENTIALS)[number];
		return await stage.engine.runNode({
			node: 'httpRequest',
			parameters: { nodeCredentialType: type, url },
			credentials: make(service.url),
		});
	};

	it('is sent to the address of the credential', async () => {
		expect((await request(`${service.url}/v1/orders`)).items).toMatchObject([{ json: { statusCode: 200 } }]);
		expect(service.heard.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${SECRET.accessToken}`]);
	});

	it('is sent nowhere else', async () => {
		const { error } = await request(elsewhere());
		expect(error?.message).toContain(
			`is for ${service.url}, and this request goes to http://localhost:${other.port}. Nothing was sent.`,
		);
		expect(other.heard).toEqual([]);
	});

	it.each([301, 302, 303, 307, 308])('is not taken along by a redirect (%d)', async (status) => {
		service.reply = () => ({ status, body: '', headers: { location: elsewhere() } });
		expect((await request(`${service.url}/v1/orders`)).items).toMatchObject([{ json: { statusCode: status } }]);
		expect(other.heard).toEqual([]);
	});
});
