import { Random } from '../store/random';

/** Invented secrets of the sandbox; they open nothing else. */
export const SECRETS = {
	guideClientId: 'sandbox-client',
	guideClientSecret: 'sandbox-secret',
	liveAppKey: 'sandbox-app',
	liveAppSecret: 'sandbox-app-secret',
	privateToken: 'sandbox-token',
	webhook: 'sandbox-webhook-secret-of-32-characters-or-more',
} as const;

/** Lifetime of guide tokens in seconds (inferred: the usual hour). Live tokens do not expire, as far as known. */
export const GUIDE_TOKEN_SECONDS = 3600;
const CODE_SECONDS = 600;

type Contract = 'live' | 'guide';

interface AuthorizationCode {
	redirectUri: string;
	scope: string;
	expiresAt: number;
}

/** Access tokens and authorization codes. Expiry runs on real time, not on the virtual clock. */
export class Tokens {
	private readonly random: Random;
	private readonly issued = new Map<string, { contract: Contract; expiresAt: number }>();
	private readonly codes = new Map<string, AuthorizationCode>();
	private privateTokenIsGood = true;

	constructor(seed: number) {
		this.random = new Random(seed ^ 0x5eed);
	}

	issue(contract: Contract): string {
		const token = this.random.uuid();
		const expiresAt = contract === 'guide' ? Date.now() + GUIDE_TOKEN_SECONDS * 1000 : Number.POSITIVE_INFINITY;
		this.issued.set(token, { contract, expiresAt });
		return token;
	}

	accepts(token: string, contract: Contract): boolean {
		if (token === SECRETS.privateToken) return contract === 'live' && this.privateTokenIsGood;
		const known = this.issued.get(token);
		return known !== undefined && known.contract === contract && known.expiresAt > Date.now();
	}

	/** Makes every token invalid, the private-app one too (a reset makes that one good again). */
	revokeAll(): number {
		const revoked = this.issued.size + (this.privateTokenIsGood ? 1 : 0);
		this.issued.clear();
		this.privateTokenIsGood = false;
		return revoked;
	}

	restorePrivateToken(): void {
		this.privateTokenIsGood = true;
	}

	newCode(redirectUri: string, scope: string): string {
		const code = this.random.uuid();
		this.codes.set(code, { redirectUri, scope, expiresAt: Date.now() + CODE_SECONDS * 1000 });
		return code;
	}

	/** Uses up a code. Undefined when it is unknown, used, too old, or was got with another redirect URL. */
	redeem(code: string, redirectUri: string): { scope: string } | undefined {
		const known = this.codes.get(code);
		this.codes.delete(code);
		return known && known.redirectUri === redirectUri && known.expiresAt > Date.now()
			? { scope: known.scope }
			: undefined;
	}
}
