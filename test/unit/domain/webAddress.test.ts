import { webAddress } from '../../../nodes/shared/domain/webAddress';

describe('an address that the service is to fetch something from', () => {
	it.each(['https://example.com/mug.jpg', 'http://example.com/a?b=1'])('%s is one', (address) =>
		expect(webAddress(` ${address} `, 'Image URL')).toBe(address),
	);
	it.each(['mug.jpg', 'ftp://example.com/mug.jpg', 'https://', 'https://exa mple.com', ''])('“%s” is none', (text) =>
		expect(() => webAddress(text, 'Image URL')).toThrow(/Image URL/),
	);
});
